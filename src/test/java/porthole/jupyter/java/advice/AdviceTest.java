package porthole.jupyter.java.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porthole.display.Language;
import porthole.jupyter.java.RecordedOutputs;
import porthole.jupyter.java.Session;

/** What to do about mistakes. */
class AdviceTest {
    private static final DeclaredNames NONE = new DeclaredNames() {
        @Override
        public Collection<String> variables() {
            return List.of();
        }

        @Override
        public Collection<String> methods() {
            return List.of();
        }

        @Override
        public Collection<String> types() {
            return List.of();
        }

        @Override
        public Collection<String> packages() {
            return List.of();
        }

        @Override
        public List<String> importable(String simpleName) {
            return List.of();
        }

        @Override
        public Collection<String> members(String type) {
            return List.of();
        }
    };

    private static String compile(String code, String message, String source) {
        return CompileAdvice.of(new Mistake(code, message, source, 0, 1), NONE).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            docker network ls | expected | begins with %: %docker network ls
            docker network ls; | expected | begins with %: %docker network ls
            docker ps | cant.resolve.location | begins with %: %docker ps
            docker-compose up | expected | begins with %: %docker-compose up
            docker inspect test | expected | %docker inspect test
            curl localhost:81 | expected | curl("localhost:81")
            curl -sS docker_compose_nginx:80 | expected | curl("docker_compose_nginx:80")
            ping -c 1 web | expected | !ping -c 1 web
            ls | cant.resolve.location | !ls
            cd downloads/ | expected | %docker-compose -f downloads/compose.yaml up
            """)
    void aTerminalsCommandIsToldAsACellHasIt(String line, String code, String wanted) {
        String advice = compile(code, "", line);
        assertTrue(advice.contains(wanted), advice);
    }

    /** Java reads {@code docker ps} as a variable of a class docker, and so does JShell. */
    @Test
    void aTerminalsCommandOfTwoWordsIsToldAsACellHasIt() {
        for (String line : List.of("docker ps", "docker images", "docker network ls", "curl localhost")) {
            RecordedOutputs outputs = new RecordedOutputs();
            try (Session session = new Session()) {
                String said = session.run(line, outputs) + outputs.err();
                assertTrue(said.contains("In a cell, ") && said.contains(line), said);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"docker.ps()", "int ls = 1", "hostname", "ip", "curl(page)"})
    void whatIsNoCommandOfATerminalIsNotTakenForOne(String line) {
        assertFalse(compile("cant.resolve.location", "", line).contains("In a cell"), line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            int switch = 3; | "switch" is a word of the Java language
            String 2nd = "a"; | "2nd"
            double d = 1,5; | 1.5
            def foo(): | int twice(int n)
            if x > 3: | if (x > 0) { … }
            for (int i = 0, i < 3, i++) { } | semicolons
            if (n > 1 and n < 5) { } | &&
            f = x => x + 1; | ->
            } elif (k < 0) { } | "elif" is written else if
            int[] xs = [1, 2]; | int[] x = {1, 2}
            let a = 1; | var count = 1
            print "a" | System.out.println
            else { } | its if
            String s = "let me: if x > 3: [1]"; | semicolon
            """)
    void habitsOfOtherLanguagesAreAnsweredWithJavasForm(String line, String told) {
        String advice = compile("expected", "';' expected", line);
        assertTrue(advice.contains(told), advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            class | Int | "int"
            class | bool | "boolean"
            class | let | var count = 1
            variable | None | "null"
            variable | True | "true"
            method | println | System.out.println
            variable | exit | Ctrl-D
            method | quit | Ctrl-D
            """)
    void namesOfOtherLanguagesAreKnown(String kind, String name, String told) {
        String advice = compile("cant.resolve", "cannot find symbol\n  symbol:   " + kind + " " + name, name + " x");
        assertTrue(advice.contains(told), advice);
    }

    @Test
    void aTextWithoutQuotesAndAClassWrittenSmallAreKnown() {
        String source = "String name = Ada;";
        Mistake name = new Mistake("cant.resolve", "cannot find symbol\n  symbol:   variable Ada", source, 14, 17);
        assertTrue(CompileAdvice.of(name, NONE).orElse("").contains("double quotes"));
        String small = compile("doesnt.exist", "package system does not exist", "system.out.println(1);");
        assertTrue(small.contains("\"System\""), small);
    }

    @Test
    void aMainThatNobodyCallsIsTold() {
        String main = "public static void main(String[] args) { }";
        assertEquals(
                "main is declared, and nothing has called it yet: A.main(new String[0]) runs it.",
                CompileAdvice.doubtful("class A { class B { } " + main + " }").orElse(""));
        assertTrue(CompileAdvice.doubtful(main).orElse("").contains(": main(new String[0]) runs"));
        assertTrue(CompileAdvice.doubtful("class A { " + main + " }\nA.main(null);")
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expected | ';' expected | semicolon
            prob.found.req | incompatible types: possible lossy conversion from double to int | (int)
            prob.found.req | incompatible types: java.lang.String cannot be converted to int | Integer.parseInt
            prob.found.req | incompatible types: int cannot be converted to java.lang.String | String.valueOf
            prob.found.req | incompatible types: java.lang.Object cannot be converted to java.lang.String | (String)
            prob.found.req | incompatible types: int cannot be converted to boolean | ==
            unreported.exception.need.to.catch.or.throw | unreported exception java.io.IOException; must be caught | catch (IOException e) { … }
            missing.ret.stmt | missing return statement | return
            unclosed.str.lit | unclosed string literal | closing
            unclosed.comment | unclosed comment | */
            var.might.not.have.been.initialized | variable x might not have been initialized | x may have no value
            non-static.cant.be.ref | non-static variable v cannot be referenced from a static context | v belongs to an object
            report.access | x has private access in Point | x is private in Point
            type.found.req | unexpected type required: reference found: int | Integer for int
            unreachable.stmt | unreachable statement | This is never reached
            cant.assign.val.to.final.var | cannot assign a value to final variable z | z is final
            cant.assign.val.to.var | cannot assign a value to final variable z | z is final
            cant.ref.non.effectively.final.var | local variables referenced from a lambda | never change
            already.defined | variable n is already defined in method do_it$() | n is declared already
            illegal.char | illegal character: '\\uff1b' | write ;
            illegal.char | illegal character: '\\u3000' | plain one
            cant.apply.symbol | method two in class A cannot be applied to given types; required: int,java.lang.String found: int reason: x | two takes (int, String), and is given (int)
            """)
    void eachOfTheCommonMistakesHasItsSentence(String code, String message, String expected) {
        String advice = compile(code, message, "x");
        assertTrue(advice.contains(expected), advice);
    }

    @Test
    void theOpenBracketIsFoundBehindStringsAndComments() {
        String advice = compile("premature.eof", "reached end", "int f() {\n  if (true) { // }\n    g(\"}\");\n");
        assertTrue(advice.contains("\"if (true) { // }\""), advice);
    }

    @Test
    void theOverloadsThatThereAreAreNamed() {
        String message = "no suitable method found for substring(no arguments)\n"
                + "    method java.lang.String.substring(int) is not applicable\n      (actual differ)\n"
                + "    method java.lang.String.substring(int,int) is not applicable\n";
        assertEquals("There are: substring(int), substring(int, int).", compile("cant.apply.symbols", message, "x"));
    }

    @Test
    void anExceptionIsAdvisedByItsClassAndMessage() {
        assertTrue(thrown(new ArithmeticException("/ by zero")).contains("divided by 0"));
        assertTrue(thrown(new ArrayIndexOutOfBoundsException("Index 3 out of bounds for length 3"))
                .contains("the last one is 2"));
        assertTrue(
                thrown(new NumberFormatException("For input string: \" 12\"")).contains("strip()"));
        assertTrue(thrown(new java.util.ConcurrentModificationException("")).contains("removeIf"));
        assertTrue(thrown(new java.io.FileNotFoundException("x")).contains("relative path"));
        assertTrue(thrown(new ClassCastException("class java.lang.Integer cannot be cast to class java.lang.String"))
                .contains("of class Integer, not String"));
        assertEquals("", thrown(new RuntimeException("anything")));
    }

    private static String thrown(Throwable thrown) {
        return ThrownAdvice.of(thrown, thrown.getMessage()).orElse("");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(keys(Language.ENGLISH), keys(Language.JAPANESE));
        assertFalse(keys(Language.ENGLISH).isEmpty());
        for (String key : keys(Language.ENGLISH)) {
            for (Language language : Language.values()) {
                String sentence = Rule.SENTENCES.say(language, key, "A", "B", "C");
                assertFalse(sentence.contains("{0}") || sentence.contains("''"), key + ": " + sentence);
            }
        }
    }

    private static Set<String> keys(Language language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "porthole.jupyter.java.advice.sentences",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Set<String> keys = new TreeSet<>();
        bundle.getKeys().asIterator().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void everyRuleHasItsSentence() {
        assertTrue(compile("not.stmt", "not a statement", "x").contains("statement"));
        for (Rule rule : CompileAdvice.rules()) {
            assertFalse(Rule.SENTENCES.say(rule.key(), "A", "B").isEmpty(), rule.key());
        }
        for (Rule rule : ThrownAdvice.rules()) {
            assertFalse(Rule.SENTENCES.say(rule.key(), "A", "B").isEmpty(), rule.key());
        }
    }
}
