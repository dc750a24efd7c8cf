import WebText

/// The consonants of a name, by which its spellings in several scripts are alike.
enum ConsonantSkeleton {
    /// The skeleton of a folded word in Latin, Cyrillic, Greek, Arabic, Hebrew or Devanagari letters; `nil` where it has
    /// fewer than three consonants, or other letters.
    ///
    /// Vowels fall away, which Arabic and Hebrew do not write and which case endings consist of; consonants that are
    /// transliterated in several ways are one.
    static func of(_ word: String) -> String? {
        var skeleton = ""
        var latin = ""
        for scalar in word.unicodeScalars {
            if scalar.value < 0x80 {
                latin.unicodeScalars.append(scalar)
            } else if let sound = sounds[scalar] {
                latin += sound
            } else if !ignored(scalar) {
                return nil
            }
        }
        var rest = Substring(latin)
        while let first = rest.first {
            if let (spelling, sound) = digraphs.first(where: { rest.hasPrefix($0.0) }) {
                append(sound, to: &skeleton)
                rest = rest.dropFirst(spelling.count)
            } else {
                append(plain[first] ?? "", to: &skeleton)
                rest = rest.dropFirst()
            }
        }
        return skeleton.count >= 3 ? skeleton : nil
    }

    /// The skeletons that a word may have as a name: Arabic and Hebrew write articles and prepositions with it.
    static func all(of word: String) -> [String] {
        var words = [word]
        if word.hasPrefix("ال") { words = [String(word.dropFirst(2)), word] }
        if let first = word.unicodeScalars.first, (0x590...0x6FF).contains(first.value), word.unicodeScalars.count > 4 {
            words.append(String(word.dropFirst()))
        }
        return words.compactMap(of)
    }

    /// Whether a word is in a script of which names are transliterated.
    static func isForeign(_ word: String) -> Bool {
        word.unicodeScalars.first.map { (0x370...0x97F).contains($0.value) } ?? false
    }

    private static func append(_ sound: String, to skeleton: inout String) {
        if let last = sound.last, skeleton.last == last { return }
        skeleton += sound
    }

    /// Vowel signs and marks.
    private static func ignored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .modifierLetter: true
        default: false
        }
    }

    private static let digraphs: KeyValuePairs<String, String> = [
        "shch": "s", "sch": "s", "tch": "s", "sh": "s", "ch": "s", "zh": "s", "kh": "h", "gh": "g", "ph": "f",
        "th": "t",
        "dh": "d", "bh": "b", "ts": "s", "tz": "s", "cz": "s", "sz": "s", "ck": "k", "qu": "k", "ou": "", "dj": "s",
    ]

    private static let plain: [Character: String] = [
        "b": "b", "c": "k", "d": "d", "f": "f", "g": "g", "h": "h", "j": "s", "k": "k", "l": "l", "m": "m", "n": "n",
        "p": "p", "q": "k", "r": "r", "s": "s", "t": "t", "v": "v", "w": "v", "x": "ks", "z": "s",
    ]

    private static let sounds: [Unicode.Scalar: String] = {
        let rows = [
            (
                "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґё",
                "- b v g d - s s - - k l m n - p r s t - f h s s s s - - - - - - - - - g -"
            ),
            ("αβγδεζηθικλμνξοπρσςτυφχψω", "- v g d - s - t - k l m n ks - p r s s t - f h ps -"),
            (
                "ابتثجحخدذرزسشصضطظعغفقكلمنهويىءأإآةئؤ",
                "- b t t s h h d d r s s s s d t s - g f k k l m n h v - - - - - - - - -"
            ),
            ("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "- b g d h v s h t - k k l m m n n s - f f s s k r s t"),
            ("कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह", "k h g g s s s s t t d d n t t d d n p f b b m - r l v s s s h"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (letters, sounds) in rows {
            for (letter, sound) in zip(letters.unicodeScalars, sounds.split(separator: " ")) {
                table[letter] = sound == "-" ? "" : String(sound)
            }
        }
        return table
    }()
}

/// Frequent news words of several languages, by their English word.
enum BilingualWords {
    /// The English word that a folded word of another language stands for; `nil` for one that is not in the table.
    static func english(_ word: String) -> String? {
        table[word] ?? table.values(of: word, atLeast: 4).last
    }

    private static let table: WordBeginnings<String> = {
        var table: [String: String] = [:]
        for row in WordList.rows(PackageResources.bilingual_words_txt) {
            for word in row.dropFirst() { table[word] = row[0] }
        }
        return WordBeginnings(table)
    }()
}

/// The names that one name has in several scripts.
enum NameSpellings {
    /// By the number of a term: the number of the term that is the same name. Empty where all names are in one script.
    static func aliases(of forms: [String], isName: (Int) -> Bool) -> [Int: Int] {
        var bySkeleton: [String: Int] = [:]
        var aliases: [Int: Int] = [:]
        for (term, form) in forms.enumerated() where ConsonantSkeleton.isForeign(form) {
            // Arabic, Hebrew and Hindi have no capitals.
            let hasCapitals = form.unicodeScalars.first.map { $0.value < 0x590 } ?? false
            guard !hasCapitals || isName(term) else { continue }
            for skeleton in ConsonantSkeleton.all(of: form) {
                if let first = bySkeleton[skeleton] {
                    if hasCapitals, first != term { aliases[term] = first }
                } else {
                    bySkeleton[skeleton] = term
                }
            }
        }
        guard !bySkeleton.isEmpty else { return [:] }
        for (term, form) in forms.enumerated() where form.utf8.count >= 4 && isName(term) {
            guard !ConsonantSkeleton.isForeign(form), let skeleton = ConsonantSkeleton.of(form),
                let name = bySkeleton[skeleton]
            else { continue }
            aliases[term] = aliases[name] ?? name
        }
        return aliases
    }
}
