"""What "./porthole publish" and its pages say, in each language."""
import html
import os
import pathlib
import re

LANGUAGES = ("en", "ja")

# What a person at the terminal reads.
SENTENCES = {
    "no-such": ('No lesson or notebook "{}".{}', "レッスンまたはノートブック「{}」がありません。{}"),
    "there-are": (" Its folder has: {}.", "そのフォルダーにあるもの：{}。"),
    "no-notebooks": ('There is no notebook in "{}" (NAME.ipynb, or en/NAME.ipynb and ja/NAME.ipynb).',
                     "「{}」にノートブックがありません（NAME.ipynb、または en/NAME.ipynb と ja/NAME.ipynb）。"),
    "no-notebook": ('"{}" is not a notebook: {}', "「{}」はノートブックではありません：{}"),
    "not-executed": ('"{0}" has not been executed. Run: ./porthole run {0} – or leave out --no-run.',
                     "「{0}」はまだ実行されていません。./porthole run {0} を実行するか、--no-run を外してください。"),
    "changed": ('"{0}" has changed since it was executed. Run: ./porthole run {0} – or leave out --no-run.',
                "「{0}」は実行したあとで変更されています。./porthole run {0} を実行するか、--no-run を外してください。"),
    "failed-cell": ('"{}": code cell {} failed; its page shows the error.',
                    "「{}」：コードセル {} が失敗しています。ページにはエラーが表示されます。"),
    "solution": ('"{}", cell {}: a solution is here, and the page shows it. To publish what learners get: ./porthole handout {}, then '
                 "publish the folder that it writes.",
                 "「{}」のセル {} に解答があり、ページに表示されます。受講者に渡す形で公開するには、./porthole handout {} を実行し、"
                 "できたフォルダーを公開してください。"),
    "hidden": ('"{}" has hidden expectations, and the pages show what verify says of them. To publish what learners get: '
               "./porthole handout {}, then publish the folder that it writes.",
               "「{}」には非公開の条件があり、verify の結果がページに表示されます。受講者に渡す形で公開するには、"
               "./porthole handout {} を実行し、できたフォルダーを公開してください。"),
    "no-picture": ('"{}", cell {}: there is no picture "{}".', "「{}」のセル {}: 画像「{}」がありません。"),
    "no-file": ('"{}", cell {}: there is no file "{}", so its link is left out.',
                "「{}」のセル {}: ファイル「{}」がないので、リンクを外します。"),
    "not-in-book": ('"{}", cell {}: "{}" is not one of the notebooks published here, so its link is left out.',
                    "「{}」のセル {}:「{}」は今回公開するノートブックではないので、リンクを外します。"),
    "remote-picture": ('"{}", cell {}: the picture {} would be fetched when the page is read, so it is a link. '
                       "Put the file beside the notebook to show it.",
                       "「{}」のセル {}: 画像 {} は読むたびに外部から取得されるので、リンクにします。"
                       "表示するには、ファイルをノートブックの隣に置いてください。"),
    "remote-part": ('"{}", cell {}: {} would be fetched when the page is read, so it is left out.',
                    "「{}」のセル {}: {} は読むたびに外部から取得されるので、外します。"),
    "without-alternative": ('"{}", cell {}: the picture "{}" has no alternative text: ![what it shows]({}).',
                            "「{}」のセル {}: 画像「{}」に代替テキストがありません。![画像の内容]({}) と書きます。"),
    "foreign-folder": ('"{}" holds files that "./porthole publish" did not write. Name an empty or a new folder.',
                       "「{}」には「./porthole publish」が書いたのではないファイルがあります。空のフォルダーか新しいフォルダーを指定してください。"),
    "others": ("These containers run on the engine already, and pictures and tables of the pages will show them: {}. To leave them out, "
               "stop them, or publish with --replay.",
               "エンジンで次のコンテナがすでに動いています：{}。ページの図や表にも現れます。除くには、止めてから公開するか、--replay を付けてください。"),
    "no-pages": ("None of the notebooks could be published.", "公開できるノートブックがありません。"),
    "no-chromium": ("There is no Chromium here, which prints the PDF.", "PDF を作る Chromium がありません。"),
    "builder-failed": ("{} failed: {}", "{} が失敗しました：{}"),
    "builder-said": ("{}: {}", "{}: {}"),
    "site": ("{} pages ({}) in {:.0f} s.", "{} ページ（{}）、{:.0f} 秒。"),
    "open": ("The book begins at {}.", "最初のページ：{}"),
    "slides": ("{} decks of slides ({} slides) in {:.0f} s.", "スライド {} 組（{} 枚）、{:.0f} 秒。"),
    "pdf": ("{} in {:.0f} s.", "{}、{:.0f} 秒。"),
}

# What a reader of the pages reads.
PAGE_WORDS = {
    "en": {"name": "English", "contents": "Contents", "slides": "Slides", "notebook": "Notebook", "pdf": "PDF",
           "read-in": "Read this page in English", "this-page": "This page in other forms", "enlarge": "Open the picture by itself",
           "scrolls": "↔ Scroll sideways to see the rest",
           "wide": "↔ Scroll sideways, or tap to open the picture by itself",
           "on-page": "On this page", "search": "Search", "choose": "Choose a language", "slide-page": "Lesson page",
           "slides-script": "To be shown, slides need JavaScript; the lesson page needs none.",
           "run-of-engine": "Recorded on {day} with Docker {engine}.", "run-of-day": "Recorded on {day}.",
           "run": "A recorded run.",
           "solve-it": ' This page shows the answers to its questions folded, and no solution of an exercise: to answer and solve them yourself, open the notebook '
                       '<a href="{notebook}" download>{notebook}</a> in {porthole} (<code>./porthole start</code>).',
           "run-it": ' To run it yourself, open the notebook <a href="{notebook}" download>{notebook}</a> in {porthole} (<code>./porthole start</code>).',
           "answers": "Answers", "answer": "Answer {}", "answer-below": "Answer {}: at the end of this section",
           "found": "Pages found: ${resultCount}", "first": "Start", "all": "All lessons", "begin": "Begin: ", "lesson": "lesson", "minutes": "minutes", "goals": "after it you can", "more": "See also: ",
           "count": "{} lessons.", "count-minutes": "{} lessons, about {} minutes in all.", "count-hours": "{} lessons, about {} hours in all.",
           "count-minutes-exercises": "{} lessons, about {} minutes in all, {} of them for exercises.",
           "count-hours-exercises": "{} lessons, about {} hours in all, {} of them for exercises.", "exercises": "; exercises {}",
           "needs": " To read them, you need nothing but this site: each page is the record of a run. To run the cells yourself, you need Java, Jupyter "
                    "and a Docker engine; {porthole}’s <code>./porthole start</code> installs what is missing, and opens the notebooks."},
    "ja": {"name": "日本語", "contents": "目次", "slides": "スライド", "notebook": "ノートブック", "pdf": "PDF",
           "read-in": "このページを日本語で読む", "this-page": "このページの別の形式", "enlarge": "図だけを開く",
           "scrolls": "↔ 横にスクロールすると、続きが見えます", "wide": "↔ 横にスクロールできます。タップすると、図だけが開きます",
           "on-page": "このページの見出し", "search": "検索", "choose": "言語を選んでください", "slide-page": "レッスンのページ",
           "slides-script": "スライドの表示には JavaScript が必要です。レッスンのページは JavaScript なしで読めます。",
           "run-of-engine": "{day} に Docker {engine} で実行した記録です。", "run-of-day": "{day} に実行した記録です。",
           "run": "実行した記録です。",
           "solve-it": 'このページでは質問の答えが折りたたまれていて、演習の解答はありません。自分で答え、演習を解くには、ノートブック '
                       '<a href="{notebook}" download>{notebook}</a> を {porthole}（<code>./porthole start</code>）で開きます。',
           "run-it": '自分で実行するには、ノートブック <a href="{notebook}" download>{notebook}</a> を {porthole}（<code>./porthole start</code>）で開きます。',
           "answers": "答え", "answer": "答え {}", "answer-below": "答え {}：この節の最後にあります",
           "found": "${resultCount} ページ見つかりました。", "first": "はじめに", "all": "レッスン一覧", "begin": "ここから始めます：", "lesson": "レッスン", "minutes": "時間（分）", "goals": "できるようになること", "more": "関連ページ：",
           "count": "レッスンは {} 個あります。", "count-minutes": "レッスンは {} 個あり、全部で約 {} 分かかります。",
           "count-hours": "レッスンは {} 個あり、全部で約 {} 時間かかります。",
           "count-minutes-exercises": "レッスンは {0} 個あり、演習（約 {2} 分）を含めて全部で約 {1} 分かかります。",
           "count-hours-exercises": "レッスンは {0} 個あり、演習（約 {2} 時間）を含めて全部で約 {1} 時間かかります。", "exercises": "＋演習 {}",
           "needs": "読むだけなら、このサイトのほかに必要なものはありません。どのページも、実際に実行した記録です。自分でセルを実行するには、Java、Jupyter、Docker エンジンが必要です。"
                    "{porthole} の <code>./porthole start</code> を実行すると、足りないものがインストールされ、ノートブックが開きます。"},
}

# What furo says in English whatever the language, and search results, too.
THEME_WORDS = {
    "ja": {
        "Hide navigation sidebar": "目次を閉じる",
        "Hide table of contents sidebar": "このページの見出しを閉じる",
        "Toggle site navigation sidebar": "目次を開閉する",
        "Toggle table of contents sidebar": "このページの見出しを開閉する",
        "Toggle Light / Dark / Auto color theme": "明るい表示、暗い表示、自動を切り替える",
        "Toggle Light / Dark / Auto colour theme": "明るい表示、暗い表示、自動を切り替える",
        "Back to top": "先頭へ戻る",
        "On this page": "このページの見出し",
        "Skip to content": "本文へ移動",
        "Menu": "メニュー",
        "Expand": "開く",
        "Light mode": "明るい表示",
        "Dark mode": "暗い表示",
        "Auto light/dark mode": "明るさは自動",
        "Please activate JavaScript to enable the search functionality.": "検索するには、JavaScript を有効にしてください。",
        "Home": "目次",
        "Next": "次へ",
        "Previous": "前へ",
    },
}


def porthole():
    """Porthole's name, which leads to where it is to be had, if its project file says so."""
    project = pathlib.Path(__file__).resolve().parent.parent.parent / "pom.xml"
    address = re.search(r"<porthole\.url>(.*?)</", project.read_text(encoding="utf-8")) if project.is_file() else None
    is_told = address and "//example.org/" not in address[1]
    return f'<a href="{html.escape(address[1])}">Porthole</a>' if is_told else "Porthole"


def say(key, *values):
    """The sentence in the language of who runs this."""
    japanese = os.environ.get("PORTHOLE_LANG", os.environ.get("LANG", "")).startswith("ja")
    return SENTENCES[key][1 if japanese else 0].format(*values)
