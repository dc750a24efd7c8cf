import WebText

/// Words of which the titles of columns consist, folded.
enum ColumnWords {
    /// Words that say nothing of an event. A title of nothing else is a column's.
    static let generic = Set(WordList.words(PackageResources.column_words_txt))

    /// Words that name a day, and so change with every issue.
    static let calendar = Set(WordList.words(PackageResources.calendar_words_txt))

    /// Words behind or before which stands the number of an issue.
    static let issue: Set<String> = [
        "no", "nr", "number", "issue", "episode", "ep", "vol", "volume", "part", "day", "week", "edition", "puzzle",
        "build", "version",
        "folge", "ausgabe", "teil", "tag", "numero", "jour", "dia", "tome",
    ]

    /// Words that name a release, a part of a journal or an issue.
    private static let release = Set(WordList.words(PackageResources.release_words_txt))

    static func isOfRelease(_ word: String) -> Bool { release.contains(word) }

    /// Whether a word is one of those that say nothing of an event, whatever stands beside it.
    static func isGeneral(_ word: String) -> Bool {
        release.contains(word) || generic.contains(word) || calendar.contains(word)
    }

    /// Whether a title's words say no more than which release or which part of a journal it is: “v2.4.0-rc1”, “Release
    /// 24.04”, “Front Matter”, “Volume 12, Issue 3”, “第3期”.
    static func onlyNumberARelease(_ words: [Word]) -> Bool {
        var run = ""
        for word in words where word.kind != .symbol {
            if word.kind == .character {
                run += word.text
                continue
            }
            guard consistsOfGeneral(run), isGeneral(word.text) || isNumbered(word.text) else { return false }
            run = ""
        }
        return consistsOfGeneral(run)
    }

    /// Whether characters without spaces are such words, one behind the other.
    private static func consistsOfGeneral(_ run: String) -> Bool {
        guard !run.isEmpty else { return true }
        let characters = Array(run)
        guard characters.count <= mostCharacters else { return false }
        var isReached = [true] + [Bool](repeating: false, count: characters.count)
        for end in 1...characters.count {
            isReached[end] = (max(0, end - longestWord)..<end).contains { start in
                isReached[start] && isGeneral(String(characters[start..<end]))
            }
        }
        return isReached[characters.count]
    }

    private static let mostCharacters = 24
    private static let longestWord = 8

    /// `12`, `v2`, `rc1`, `1f3a`: a number, or a hash of digits and letters, behind no more than a few letters.
    private static func isNumbered(_ word: String) -> Bool {
        let letters = word.utf8.prefix { !(48...57).contains($0) }
        return letters.count < word.utf8.count && (letters.count <= 2 || release.contains(String(Substring(letters))))
    }
}
