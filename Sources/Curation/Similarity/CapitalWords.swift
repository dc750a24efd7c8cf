/// What capitals show of the words of a night's texts: acronyms, and names of several words.
struct CapitalWords {
    /// The acronyms that stand in titles: their folded texts and their terms.
    private(set) var acronyms: [String: Int32] = [:]
    /// The initials and terms of capitalised words that follow each other in texts whose capitals mark names.
    private(set) var runs: [[Member]] = []

    struct Member {
        let initial: Unicode.Scalar
        var term: Int32
    }

    /// Takes the words of a title, whose terms are below zero for what is none.
    mutating func take(title words: [Word], _ terms: [Int32], casing: Casing) {
        // A title all in capitals shows nothing.
        if words.contains(where: \.isAllCapitals), words.count(where: \.isAllCapitals) * 2 < words.count {
            for (word, term) in zip(words, terms) where term >= 0 && Self.isAcronym(word) { acronyms[word.text] = term }
        }
        if casing == .sentence { take(runsOf: words, terms) }
    }

    /// Takes the names of several words in a text that is written like a sentence. Small words without meaning do not end
    /// them: “Bank of Karsk”.
    mutating func take(runsOf words: [Word], _ terms: [Int32]) {
        var run: [Member] = []
        for (word, term) in zip(words, terms) {
            if term >= 0, word.kind == .letters, word.isCapitalised, let initial = word.text.unicodeScalars.first {
                if word.startsSentence { close(&run) }
                run.append(Member(initial: initial, term: term))
            } else if term >= 0 || word.kind != .letters || word.startsSentence {
                close(&run)
            }
        }
        close(&run)
    }

    private mutating func close(_ run: inout [Member]) {
        if run.count >= Acronyms.letters.lowerBound { runs.append(run) }
        run.removeAll(keepingCapacity: true)
    }

    private static func isAcronym(_ word: Word) -> Bool {
        word.isAllCapitals && Acronyms.letters.contains(word.text.unicodeScalars.count)
    }
}

extension CapitalWords {
    /// The same where terms have other numbers.
    func renumbered(_ numbers: [Int32]) -> CapitalWords {
        var words = self
        words.acronyms = acronyms.mapValues { numbers[Int($0)] }
        for run in words.runs.indices {
            for member in words.runs[run].indices {
                words.runs[run][member].term = numbers[Int(words.runs[run][member].term)]
            }
        }
        return words
    }

    mutating func take(_ other: CapitalWords) {
        acronyms.merge(other.acronyms) { $1 }
        runs += other.runs
    }
}
