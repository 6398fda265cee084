# shellcheck shell=bash disable=SC2016
# What ./porthole and the scripts beside this one say before Java is there, in the reader's language: by PORTHOLE_LANG, else the locale's.

declare -A japanese=()

# say FORMAT VALUE…: prints a sentence. fail does so on standard error, and ends the script.
say() {
    # shellcheck disable=SC2059 # the sentence is the format
    printf "${japanese[$1]:-$1}\n" "${@:2}"
}
fail() {
    say "$@" >&2
    exit 1
}

case ${PORTHOLE_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
    ja*) language=ja ;;
    *) language=en ;;
esac

if [[ $language == ja ]]; then
    japanese=(
        ['There is no JDK 17 or newer here. "./porthole start" installs one.']='JDK 17 以降がありません。"./porthole start" でインストールできます。'
        ['There is no Maven here to build with. "./porthole start" installs it.']='ビルドに使う Maven がありません。"./porthole start" でインストールできます。'
        ['Building the kernel.']='カーネルをビルドしています。'
        ['The build failed. Its log is %s.']='ビルドに失敗しました。ログは %s にあります。'
        ['Would start the Docker engine.']='Docker エンジンを起動します（実行はしません）。'
        ['Would build the kernel.']='カーネルをビルドします（実行はしません）。'
        ['Would register the kernel with Jupyter.']='カーネルを Jupyter に登録します（実行はしません）。'
        ['Would build stand-in images of nginx and curl if Docker Hub does not answer and they are not there.']='Docker Hub が応答せず、nginx と curl の代替イメージがなければ作ります（実行はしません）。'
        ['Would open the course in Jupyter, at port %s or the next free one.']='ポート %s か、その次の空いているポートで、コースを Jupyter で開きます（実行はしません）。'
        ['Would build the stand-in images and run the tests.']='代替イメージを作り、テストを実行します（実行はしません）。'
        ['"%s" is not a valid port. Ports are 1 to 65535.']='"%s" はポート番号として正しくありません。ポート番号は 1～65535 です。'
        ['"--lab" makes a root of its own, for which it must be root. Run: sudo ./porthole test --lab']='"--lab" は専用のルートファイルシステムを作るので、root で実行する必要があります：sudo ./porthole test --lab'
        ['"%s" runs notebooks apart from this machine, for which it must be root. Run: sudo ./porthole %s %s']='"%s" はノートブックをこのマシンから隔離して実行するため、root で実行する必要があります：sudo ./porthole %s %s'
        ['an engine for each submission']='提出物ごとのエンジン'
        ['the namespaces that keep submissions apart']='提出物を隔離する名前空間'
        ['the disk of each submission']='提出物ごとのディスク'
        ['the network of each submission']='提出物ごとのネットワーク'
        ['"%s" is not an option of "%s". See "./porthole %s --help".']='"%s" は "%s" のオプションではありません。使い方は "./porthole %s --help" で見られます。'
        ['"./porthole start" builds the kernel; then --help lists the options.']='"./porthole start" でカーネルをビルドすると、--help でオプションを見られます。'
        ['No command "%s" (%s).%s']='"%s" というコマンドはありません（%s）。%s'
        [' Did you mean "%s"?']='"%s" のことではありませんか。'
        ['"text" needs a notebook (.ipynb) or its text (.md). See "./porthole text --help".']='"text" にはノートブック（.ipynb）か、そのテキスト（.md）を指定してください。使い方は "./porthole text --help" で見られます。'
        ['"text" needs Jupytext, which is not here. On Debian 13 or later: apt-get install python3-jupytext. Elsewhere: python3 -m venv jt && jt/bin/pip install jupytext, and PATH=$PWD/jt/bin:$PATH']='"text" には Jupytext が必要ですが、ここにはありません。Debian 13 以降では apt-get install python3-jupytext、ほかでは python3 -m venv jt && jt/bin/pip install jupytext のあと PATH=$PWD/jt/bin:$PATH としてください。'
        ['All addresses of %s.0/24 are taken; there can be 253 engines.']='%s.0/24 のアドレスはすべて使われています。エンジンは 253 個までです。'
        ['The engine of "%s" did not start. Its log is %s; last: %s']='"%s" のエンジンが起動しませんでした。ログは %s にあり、最後の行は次のとおりです：%s'
        ['The engine in %s is in use. For another beside it, set XDG_STATE_HOME to another folder.']='%s のエンジンは使用中です。並べてもう 1 つ動かすには、XDG_STATE_HOME に別のフォルダーを設定してください。'
        ['An engine for a user is started by root.']='ユーザーのエンジンは root で起動します。'
        ['"%s" is not a user of this machine.']='"%s" はこのマシンのユーザーではありません。'
        ['what']='項目' ['state']='状態' ['what to do']='対処' ['Kernel']='カーネル' ['Engine']='エンジン'
        ['no JDK 17 or newer']='JDK 17 以降がありません' ['built']='ビルド済み' ['not built']='ビルドされていません'
        ['answers']='応答あり' ['none answers']='応答なし'
        ['An engine may be there, but you may not write to %s. Run: sudo usermod -aG docker "$USER", and log in again.']='エンジンはあるようですが、%s に書き込む権限がありません。sudo usermod -aG docker "$USER" を実行し、ログインし直してください。'
        ['No engine answers at %s. Start it, or unset DOCKER_HOST (or: docker context use default) for one here.']='%s でエンジンが応答しません。起動するか、このマシンのエンジンを使うなら DOCKER_HOST を外してください（または docker context use default）。'
        ['No engine answers and there is no dockerd here. "./porthole start" installs one.']='エンジンが応答せず、dockerd もありません。"./porthole start" でインストールできます。'
        ['No engine answers. Recordings of notebooks are here: "./porthole run --replay" lets them answer instead.']='応答するエンジンがありません。ノートブックの記録があるので、"./porthole run --replay" で、エンジンの代わりに記録を使って実行できます。'
        ['Starting the Docker engine.']='Docker エンジンを起動しています。'
        ['systemctl could not start docker. See: journalctl -u docker']='systemctl で docker を起動できませんでした。journalctl -u docker で確かめてください。'
        ['The engine did not answer at %s within 60 s. Its log is %s; last: %s']='%s のエンジンが 60 秒以内に応答しませんでした。ログは %s にあり、最後の行は次のとおりです：%s'
        ['Reading the package lists.']='パッケージの一覧を読んでいます。'
        ['The package lists could not be read, so what this machine needs cannot be named.']='パッケージの一覧を読めなかったので、このマシンに必要なものがわかりません。'
        ['This needs packages that are installed by apt-get, which is not here. Install them by hand and run this again: %s']='apt-get で入れるパッケージが必要ですが、apt-get がありません。次のものを手動でインストールして、もう一度実行してください：%s'
        ['This release has no package %s (%s).']='このリリースにパッケージ %s がありません（%s）。'
        ['Porthole needs packages that this machine lacks:']='Porthole に必要で、このマシンにないパッケージ：'
        ['Would run: %s']='実行するコマンド（実行はしません）：%s'
        ['That needs root, and there is no sudo here. Ask an administrator to run: %s']='root の権限が必要ですが、sudo がありません。管理者に次の実行を依頼してください：%s'
        ['No one is at a terminal to agree. Run this again with --yes.']='ターミナルがないので確認できません。--yes を付けてもう一度実行してください。'
        ['Install them with apt-get? [Y/n] ']='apt-get でインストールしますか。[Y/n] '
        ['Nothing was installed.']='何もインストールしませんでした。'
        ['Installing them; this takes some minutes. The log is %s.']='インストールしています（数分かかります）。ログは %s にあります。'
        ['apt-get failed. Its command was: %s']='apt-get が失敗しました。コマンド：%s'
        ['Neither jupyter-lab nor jupyter-notebook is here.']='jupyter-lab も jupyter-notebook もありません。'
        ['Porthole is open at %s']='Porthole を開きました：%s'
        ['Ctrl-C ends it.']='Ctrl-C で終了します。'
        ['Jupyter did not answer at %s within 60 s. Its log is %s.']='%s の Jupyter が 60 秒以内に応答しませんでした。ログは %s にあります。'
        ['a Java Development Kit, version 17 or later, for the kernel']='カーネルに使う JDK（17 以降）'
        ['Maven, which builds the kernel']='カーネルをビルドする Maven'
        ['to ask the engine before Java is there']='Java の準備ができる前にエンジンに問い合わせるため'
        ['the Docker engine; none answers at %s']='Docker エンジン（%s で応答するものがありません）'
        ['the docker program']='docker コマンド'
        ['what Java draws pictures with']='Java が図を描くのに使うもの'
        ['Jupyter, in which the course opens']='コースを開く Jupyter'
        ['to run notebooks without a browser']='ブラウザーなしでノートブックを実行するため'
        ["Jupyter's own test of kernels"]='Jupyter 自身のカーネルのテスト'
        ['the browser tests']='ブラウザーのテスト'
        ['to make pages of notebooks']='ノートブックからページを作るため'
        ['to read the text of notebooks']='ノートブックの文章を読むため'
        ['to print the PDF']='PDF を作るため'
        ['Japanese in the PDF']='PDF の日本語'
        ['"%s" needs a value.']='"%s" には値が必要です。'
        ['The first Python here cannot import what a book needs (%s).']='ここの Python では本に必要なものを読み込めません（%s）。'
        ["Japanese in the browser's pictures"]='ブラウザーの画像の日本語'
        ['Compose, which section 5.1 uses']='5.1 節で使う Compose'
        ['to fetch what other Debian suites have: engines, JupyterLab, bare roots']='ほかの Debian のスイートからエンジン、JupyterLab、最小のルートを取得するため'
        ['the network of a bare root']='最小のルートのネットワーク'
        ['The root of its own did not start within 10 s. Its log is %s.']='専用のルートが 10 秒以内に起動しませんでした。ログは %s にあります。'
        ["The root's network did not come up within 10 s. Its log is %s."]='専用のルートのネットワークが 10 秒以内に使えるようになりませんでした。ログは %s にあります。'
        ['"%s" is not a suite that this knows (bookworm or 12, trixie or 13, forky or 14).']='"%s" は対応しているスイートではありません（bookworm または 12、trixie または 13、forky または 14）。'
        ['A root of its own needs root. Run: sudo %s']='専用のルートを作るには root の権限が必要です：sudo %s'
        ['An engine of its own needs root. Run: sudo %s']='専用のエンジンを起動するには root の権限が必要です：sudo %s'
        ['There is no slirp4netns here, which gives the root its network. Run: apt-get install slirp4netns']='専用のルートのネットワークに使う slirp4netns がありません：apt-get install slirp4netns'
        ['a bare root']='最小のルート'
        ['engine %s']='エンジン %s'
        ['JupyterLab 4 and JDK 21']='JupyterLab 4 と JDK 21'
        ['Engine %s did not answer within 30 s. Its log is %s; last: %s']='エンジン %s が 30 秒以内に応答しませんでした。ログは %s にあり、最後の行は次のとおりです：%s'
        ['The engine is not as it was (- is missing, + is left):']='エンジンが元の状態に戻っていません（- はなくなったもの、+ は残ったもの）：'
        ['"%s" is not a number of times from 1 to 99.']='"%s" は 1 から 99 までの回数ではありません。'
        ['There is no %s here. "./porthole start" builds it.']='%s がありません。"./porthole start" でビルドできます。'
        ['The course in "%s" failed:']='コース（"%s"）が失敗しました：'
        ['Both languages ran beside engine %s in %s s: %s × each, in the order of seed %s; load %s before, %s after. Nothing is left.']='コースを 2 言語とも、エンジン %s で実行しました：%s 秒、%s 回ずつ、順序のシードは %s、負荷は開始時 %s、終了時 %s。残ったものはありません。'
        ['No engine "%s" is known here (20.10, 26.1, 28.5).']='"%s" は対応しているエンジンのバージョンではありません（20.10、26.1、28.5）。'
        ['There is no mmdebstrap here, which fetches %s. Run: apt-get install mmdebstrap']='%s の取得に使う mmdebstrap がありません：apt-get install mmdebstrap'
        ['Fetching %s from %s.']='%s を %s から取得しています。'
        ['%s could not be fetched from %s.']='%s を %s から取得できませんでした。'
        ["There is no apt-get here, which fetches OpenJDK's tests."]='OpenJDK のテストの取得に使う apt-get がありません。'
        ["Debian's list of sources could not be fetched."]='Debian のソースの一覧を取得できませんでした。'
        ["OpenJDK's source could not be fetched."]='OpenJDK のソースを取得できませんでした。'
        ['There is nothing to measure yet.']='計測するものがまだありません。'
        ['No benchmark "%s" (%s).']='"%s" というベンチマークはありません（%s）。'
        ['A session of 1,000 cells:']='1,000 セルのセッション：'
        ['Endings, interrupts, lost lines:']='終了、割り込み、失われる行：'
        ['Bad input, many clients, a client that does not read, signals:']='不正な入力、多数のクライアント、読まないクライアント、シグナル：'
        ['No checks "%s" (faults, soak).']='"%s" という検査はありません（faults、soak）。'
        ['There is no zip of the kernel. Run: ./porthole package']='カーネルの zip がありません：./porthole package'
        ['The image could not be built.']='イメージを作れませんでした。'
        ['That failed.']='これに失敗しました。'
        ['No engine answers at %s.']='%s でエンジンが応答しません。'
        ['The image needs the socket of an engine on this machine, not %s.']='イメージには、このマシンのエンジンのソケットが必要です（%s は使えません）。'
        ['"%s" is not an option of "%s". See "%s --help".']='"%s" は "%s" のオプションではありません。使い方は "%s --help" で見られます。'
        ['The container runs as "learner".']='コンテナーはユーザー "learner" で動きます。'
        ['What JupyterLab was built of is not in the image.']='JupyterLab のビルドに使われたものはイメージに含まれていません。'
        ['Both kernels are registered.']='2 つのカーネルが登録されています。'
        ['JupyterLab answers, and shows the kernels and the course.']='JupyterLab が応答し、カーネルとコースを表示します。'
        ['A notebook with pictures runs on the engine whose socket it is given.']='渡したソケットのエンジンで、図のあるノートブックが動きます。'
        ['Without a socket a cell says what is missing.']='ソケットがなければ、何が足りないかをセルが示します。'
        ['The image works: %s.']='イメージは正しく動きます：%s'
    )
fi

# The overview and, with a command, its options; fails where there is no Japanese.
japanese_usage() {
    case $1 in
        '') cat << 'END' ;;
使い方：./porthole コマンド [オプション…]

  start       足りないものをインストールし、ビルドし、エンジンがなければ起動して、コースを Jupyter で開きます
  new         そのまま実行できるレッスンを作ります。例：new two-tier --lang en,ja
  lesson      レッスンを編集者の目で調べ（lesson check）、時間を見積もり（lesson time）、各言語のコードをそろえます（lesson sync）
  handout     解答が満点になることを確かめて、学習者に配布するレッスンを書きます
  grade       提出物を、それぞれ専用のエンジンとネットワークで採点します。例：grade two-tier submissions/
  run         ブラウザーなしでノートブックを実行します（すべて、または指定したもの）
  publish     レッスンのサイトを作ります。スライドと PDF も作れます。例：publish two-tier --slides --pdf
  diff        2 つのノートブックの違いを文で示します
  stable      実行済みノートブックの出力を、毎回同じになるように書き換えます
  text        ノートブックをレビュー用の Markdown に書き出し、元に戻します
  test        エンジン、Jupyter クライアント、ブラウザーを使うものも含め、すべてのテストを実行します
  install     カーネルを Jupyter に登録します
  uninstall   カーネルを Jupyter から削除します
  package     ほかのマシンのために、カーネルと install.py の zip を作ります
  doctor      このマシンを調べ、対処法を示します
  clean       Porthole がエンジンに作ったものをすべて削除します
  bench       計測します
  version     Porthole と Java のバージョンを表示します

詳しくは：./porthole コマンド --help
END
        start) cat << 'END' ;;
使い方：./porthole start [--yes] [--dry-run] [--no-browser] [--port PORT]
足りないものを apt-get でインストールし（何をなぜ入れるかを示し、確認します）、カーネルをビルドして登録し、
応答がなければ Docker エンジンを起動し、Docker Hub が応答しなければ代替イメージを作り、
コースを Jupyter で開きます。
  --yes, -y      確認しません
  --dry-run      何をするかを示すだけで、実行しません
  --no-browser   アドレスを表示するだけで、ブラウザーを開きません
  --port PORT    Jupyter のポート。使用中なら次の空いているポート（省略時：8888）
END
        test) cat << 'END' ;;
使い方：./porthole test [--yes] [--dry-run] [--lab] [--engine VERSION]… [--bare SUITE]… [--faults] [--soak]
                        [-- MAVEN のオプション…]
テストに必要なものをインストールし、応答がなければ Docker エンジンを起動して、すべてのテストを実行します。
パッケージしたカーネルのテストはほかのテストと同時に実行し、その出力は最後に表示します。
最後の数行で、やり直して初めて成功したテストの名前と、テストの合計を示します。
エンジンも Jupyter もブラウザーも使わないテストだけなら "mvn verify" で実行できます。
  --yes, -y          確認しません
  --dry-run          何をするかを示すだけで、実行しません
  --lab              Debian trixie の JupyterLab 4 と JDK 21 のテストも実行します。root が必要です
  --faults           代わりに、異常時（不正な入力、シグナル、読まないクライアント）のカーネルの動作を測ります
  --soak             代わりに、1,000 セルのセッションでメモリー、スレッド、記述子、エンジンのオブジェクトを測ります
  --engine VERSION   同時に、エンジンとコースのテストをそのバージョンでも実行します：20.10、26.1、28.5。
                     その出力は最後に表示されます
  --bare SUITE       同時に、新しい利用者の最初の手順をその Debian の最小のルートで試します：bookworm、trixie、forky。
                     root が必要です
END
        run) cat << 'END' ;;
使い方：./porthole run [--yes] [--record | --replay] [--keep-going] [--timeout 秒] [--stable] [--svg]
                      [ノートブック…]
ノートブック（指定がなければ notebooks/ のすべて）を実行し、結果と HTML を target/book/ に書きます。
失敗したセルがあれば、それを示して失敗します。
  --record            エンジンの応答を、各ノートブックの隣の NAME.recording.jsonl.gz に記録します
  --replay            エンジンの代わりに、その記録を使います。Docker も root も要りません
  --keep-going        失敗しても次のノートブックに進みます
  --timeout 秒        1 つのセルにかけられる時間（省略時：300）
  --stable            ./porthole stable と同じように、毎回同じになる出力にします
  --svg               図を SVG だけにし、PNG を取り除きます
END
        text) cat << 'END' ;;
使い方：./porthole text ファイル…
NOTEBOOK.ipynb: 隣に NOTEBOOK.md を Jupytext の Markdown で書きます。出力と添付画像のほかは、すべて含まれます。
ほかに失われるものがあれば、書きません。
NOTEBOOK.md: 隣に NOTEBOOK.ipynb を書きます。すでにあれば、テキストが変わっていないセルの出力は残ります。
Jupytext が必要です。Debian 13 以降は python3-jupytext、ほかは仮想環境で "pip install jupytext" を使ってください。
END
        publish) cat << 'END' ;;
使い方：./porthole publish [レッスン|ノートブック]… [--out DIR] [--title 題名] [--slides] [--pdf]
                          [--replay | --no-run] [--yes] [--dry-run]
ノートブックを実行し、静的なサイトを作ります。言語ごとに一つのフォルダーになり、目次、検索、図が入ります。
レッスンは、ノートブックのあるフォルダー、または en/ と ja/ にノートブックのあるフォルダーです。指定がなければコース全体です。
各ページの隣に、実行済みのノートブックを置きます。ページはファイルのままでも読め、外部から何も取得しません。
  --out DIR      サイトを書く場所（省略時：target/site）
  --title 題名   本の題名（省略時：最初のページの題名）
  --slides       ページごとにスライドも作ります。セルのスライド種別に従い、なければ 1 枚に 1 つのセルとその出力を載せます
  --pdf          言語ごとに 1 つの PDF も作ります
  --replay       エンジンの代わりに、ノートブックの隣の記録を使います。Docker も root も不要です
  --no-run       前に実行したノートブックを使います（それ自身の出力、または "./porthole run" が書いたもの）
  --yes, -y      パッケージのインストール前に確認しません
  --dry-run      インストールするパッケージを示すだけで、実行しません
いちばん速いのは --no-run で、次が --replay です。エンジンを使うときは、ノートブックを 1 つずつ順に実行します。
END
        package) cat << 'END' ;;
使い方：./porthole package
カーネルをビルドし、このチェックアウトのないマシンのために target/porthole-VERSION.zip を作ります。中身はカーネル、
ライブラリー、install.py（--user、--sys-prefix、--prefix DIR）です。使うには Python 3、Jupyter、JDK が必要です。
END
        bench) cat << 'END' ;;
使い方：./porthole bench [名前…] [オプション…]
Porthole を、下限やほかのカーネルと同じ実行の中で比べて測ります。"kernel" のオプション：
  --java PROGRAM    すべてのカーネルを動かす java（省略時：このコマンドの java）
  --rounds N        各カーネルを順に起動して測る回数（省略時：3）
  --peer NAME=JAR   一緒に測るカーネル。rapaio-jupyter-kernel は Maven で取得します
  --cells           起動と往復を測らず、よく書くセルを種類ごとに測ります
END
        kernel/image) cat << 'END' ;;
使い方：kernel/image
"./porthole package" の zip で kernel/Dockerfile をビルドし、イメージを試します：ユーザー、カーネル、JupyterLab のページ、
渡したソケットのエンジンで動く図のあるノートブック、エンジンのないときのセル。
Docker Hub が使えないときは、元になるイメージを作るために root の権限と mmdebstrap が必要です。
END
        kernel/bare) cat << 'END' ;;
使い方：kernel/bare スイート [コマンド…]
Debian のスイート（bookworm は 12、trixie は 13、forky は 14 になる予定）の最小のルートを作り、このチェックアウトをコピーし、
新しい利用者と同じ手順を実行します：./porthole start --dry-run、./porthole start --yes、./porthole doctor、
図のある日本語と英語のノートブック。コマンドを指定すると、/root/porthole でそれだけを実行します。
root の権限と、mmdebstrap と slirp4netns が必要です。ルートは状態フォルダー（~/.local/state/porthole/bare）に残ります。
END
        kernel/engines) cat << 'END' ;;
使い方：kernel/engines バージョン [コマンド…]
そのバージョンの Docker エンジンでコマンド（省略時：エンジンのテストとコース）を実行します：
  20.10   Compose v1     26.1   Compose v2     28.5   Compose v2
DOCKER_HOST を設定し、そのエンジンのネットワークだけが見えます。root の権限と mmdebstrap が必要です。
エンジンのファイルは状態フォルダー（~/.local/state/porthole/engines）に残り、次回に使われます。
END
        kernel/course) cat << 'END' ;;
使い方：kernel/course バージョン [回数 [シード]]
そのバージョンの Docker エンジンを 2 つ起動し、一方で英語、もう一方で日本語のノートブックすべてを、同時に、シードで決まる順序で、
指定した回数（省略時：2）実行します。かかった時間とマシンの負荷を表示します。失敗したセルがあるときと、エンジンに何か（コンテナ、
ネットワーク、ボリューム、インターフェース、名前付きのネットワーク名前空間、ファイアウォールのルール、エンジン、カーネル）が
残ったときは、失敗します。バージョンは kernel/engines と同じです。root の権限と、ビルド済みのカーネルが必要です。
ログは target/course-en.log と target/course-ja.log です。
END
        kernel/jupyterlab) cat << 'END' ;;
使い方：kernel/jupyterlab [コマンド…]
JupyterLab 4、Jupyter Console、JDK 21 の入った Debian trixie のルートでコマンドを実行します。省略するとルートを取得するだけです。
JAVA_HOME を設定します。root の権限と mmdebstrap が必要です。
ルートは状態フォルダー（~/.local/state/porthole/jupyterlab）に残り、次回に使われます。
END
        kernel/jshell-tests) cat << 'END' ;;
使い方：kernel/jshell-tests [正規表現]
OpenJDK の JShell のテストが評価するものを、JShell とセルの両方で評価し、違いをすべて示します。
正規表現でクラスとメソッドを選べます（VariablesTest.*）。
apt-get が必要です。初回は 65 MB のソースを ~/.local/state/porthole/jshell-tests に取得します。このマシンの sources.list は
変わりません。テストは GPL なので、そこから実行するだけで、Porthole には含まれません。
END
        *) return 1 ;;
    esac
}
