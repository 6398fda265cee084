"""A search that finds Japanese words: text without spaces is split into pairs of characters, on both sides alike."""
import re

from sphinx.search import SearchLanguage

# Runs of kanji and kana; words of letters and digits.
RUN = re.compile("([\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]+)|([^\\W\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]+)")


class SearchByPairs(SearchLanguage):
    lang = "ja"
    language_name = "Japanese"
    js_splitter_code = r"""
function splitQuery(query) {
  const found = [];
  const pattern = /([\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]+)|((?:(?![\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f])[\p{L}\p{N}_])+)/gu;
  for (const [, run, word] of query.matchAll(pattern)) {
    if (word || run.length === 1) found.push(word || run);
    else for (let i = 0; i + 1 < run.length; i++) found.push(run.slice(i, i + 2));
  }
  return found;
}
"""

    def split(self, input):
        found = []
        for run, word in RUN.findall(input):
            if word:
                found.append(word)
            found += [run[i:i + 2] for i in range(len(run) - 1)]
            found += [each for each in run if not "\u3040" <= each <= "\u30ff"]  # a single kanji is a word, too
        return found

    def word_filter(self, stemmed_word):
        return bool(stemmed_word)
