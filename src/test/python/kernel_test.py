"""jupyter_kernel_test over the kernel "porthole", which is looked for on JUPYTER_PATH."""

import unittest

import jupyter_kernel_test


class PortholeTest(jupyter_kernel_test.KernelTests):
    kernel_name = "porthole"
    language_name = "java"
    file_extension = ".jshell"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oh, no");'

    completion_samples = [
        {"text": "Math.floorM", "matches": {"floorMod("}},
        {"text": '"a".toUp', "matches": {"toUpperCase("}},
        {"text": '"😀".toUp', "matches": {"toUpperCase("}},
    ]

    complete_code_samples = ["1 + 1", "int one = 1;", "class A { int b; }", "", "// only words"]
    incomplete_code_samples = ["class A {", "int f(int a) {\n  return a;", "for (;;) {", 'String s = """\n  open', "1 +"]
    invalid_code_samples = ["}", 'String s = "abc']

    code_page_something = 'page("a long text");'
    code_generate_error = 'throw new IllegalStateException("on purpose");'

    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "6*7", "result": "42"},
        {"code": '"a" + "b"'},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
    ]
    code_display_data = [
        {"code": 'display("hello");', "mime": "text/plain"},
        {"code": 'display("<b>hello</b>", "text/html");', "mime": "text/html"},
    ]

    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "6?7"

    code_inspect_sample = "Math.abs("
    code_clear_output = "clearOutput();"


if __name__ == "__main__":
    unittest.main(verbosity=2)
