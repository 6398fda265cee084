"""What run_notebooks.py says, in the reader's language: by PORTHOLE_LANG, else the locale's."""
import os

JAPANESE = {
    "There are no notebooks in {}.": "{} にノートブックがありません。",
    "{} of {} notebooks failed.": "ノートブック {1} 個のうち {0} 個が失敗しました。",
    "All {} notebooks ran, in {} s. The book is in {}.": "ノートブック {} 個をすべて {} 秒で実行しました。結果は {} にあります。",
    'No notebook "{}".': "ノートブック「{}」がありません。",
    " Its folder has: {}.": "そのフォルダーにあるもの：{}",
    '"{}" is not a notebook: {}': "「{}」はノートブックではありません：{}",
    "{}: the kernel {} did not run: {}": "{}: カーネル {} を実行できませんでした：{}",
    "Notebooks as they ran": "実行したノートブック",
    "failed": "失敗",
    "ok": "成功",
    "it did not end within the time allowed": "制限時間内に終わりませんでした",
    "the kernel died": "カーネルが終了してしまいました",
    "{}: code cell {} failed": "{}: {} 番目のコードセルが失敗しました",
    "what to execute; all of notebooks/ if none is named": "実行するノートブック。指定がなければ notebooks/ のすべて",
    "outputs that are the same after each run": "毎回同じになる出力にします",
    "pictures as SVG alone, without the PNG beside it": "図を SVG だけにし、PNG を取り除きます",
    "continue with the next notebook after a failure": "失敗しても次のノートブックに進みます",
    "how long one cell may take, in seconds (default: 300)": "1 つのセルにかけられる秒数（省略時：300）",
    "--record and --replay exclude each other.": "--record と --replay は同時に使えません。",
    "{0}: no recording beside it. Make one on a machine with an engine: ./porthole run --record {0}":
        "{0}: 隣に記録がありません。エンジンのあるマシンで作ってください：./porthole run --record {0}",
    "{0}: its recording cannot be written, because this user may not write to the folder {1}.":
        "{0}: フォルダー {1} への書き込みが許可されていないため、記録を書き込めません。",
    "          recorded: {0} ({1} kB; {2} cells, {3} answers)": "          記録しました：{0}（{1} kB、セル {2} 個、応答 {3} 個）",
    "          It contains the values of environment variables that may be secret: {0}":
        "          秘密かもしれない環境変数の値が含まれています：{0}",
    "keep what the engine answers beside each notebook": "エンジンの応答を各ノートブックの隣に記録します",
    "let that answer instead of an engine": "エンジンの代わりに、その記録を使います",
    "          replayed, without an engine: recorded on {0} with Docker {1}":
        "          エンジンなしで再生しました（{0} に Docker {1} で記録）",
    "{0}: the kernel wrote no recording.": "{0}: カーネルが記録を書きませんでした。",
}


def say(sentence, *values):
    """The sentence in the reader's language, with the values in its places."""
    return (JAPANESE[sentence] if is_japanese() else sentence).format(*values)


def is_japanese():
    names = ("PORTHOLE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    return next((os.environ[name] for name in names if os.environ.get(name)), "").startswith("ja")
