/// Which terms are one: what is written alike in several languages, as far as it is a name or an international word, and the
/// spellings that a name has in several scripts.
struct TermSpellings {
    /// By the number of a term, that of the term which stands for it.
    private var numbers: [Int32]
    private var hasAny = false

    init(_ vocabulary: Vocabulary) {
        numbers = vocabulary.forms.indices.map { Int32($0) }
        uniteLanguages(vocabulary)
        uniteForms(vocabulary)
        for term in numbers.indices { numbers[term] = Int32(representative(of: term)) }
        uniteScripts(vocabulary)
    }

    /// The number of the term that stands for a term.
    subscript(term: Int32) -> Int32 { numbers[Int(term)] }

    /// Makes one term of those that are one, wherever they stand.
    func unite(_ termLists: inout [ForwardIndex.TermList]) {
        guard hasAny else { return }
        for index in termLists.indices { termLists[index] = termLists[index].merged(numbers) }
    }

    /// A short word may mean something else in each language, unless it is a name; a long one hardly does. A text whose
    /// language does not show is taken for one of the language in which the word is known.
    private mutating func uniteLanguages(_ vocabulary: Vocabulary) {
        var byStem: [Substring: [Int]] = [:]
        for (term, key) in vocabulary.keys.enumerated() {
            if let stem = TermKey.stem(of: key) { byStem[stem, default: []].append(term) }
        }
        for (stem, terms) in byStem {
            let plain = vocabulary.termOfKey[String(stem)].map(Int.init)
            let all = (terms + [plain].compactMap { $0 }).sorted()
            guard all.count > 1 else { continue }
            let isLong = stem.utf8.count >= Self.lettersOfInternationalWord
            unite(isLong ? all : all.filter(vocabulary.names.isName))
            if let plain, !vocabulary.isEnglish[plain], numbers[plain] == Int32(plain) { unite([terms[0], plain]) }
        }
    }

    private static let lettersOfInternationalWord = 6

    /// A name is written alike in most languages, each of which takes another ending from it as from a word of its own.
    private mutating func uniteForms(_ vocabulary: Vocabulary) {
        guard vocabulary.keys.contains(where: { TermKey.stem(of: $0) != nil }) else { return }
        var byForm: [String: [Int]] = [:]
        for (term, form) in vocabulary.forms.enumerated()
        where form.utf8.count >= Self.lettersOfName && !TermKey.isPlace(vocabulary.keys[term])
            && vocabulary.names.isName(term)
        {
            byForm[form, default: []].append(term)
        }
        for terms in byForm.values where terms.count > 1 { unite(terms) }
    }

    private static let lettersOfName = 4

    private mutating func unite(_ terms: [Int]) {
        let roots = terms.map(representative)
        guard terms.count > 1, let first = roots.min() else { return }
        for root in roots { numbers[root] = Int32(first) }
        hasAny = true
    }

    /// The least of the terms that a term is one with so far.
    private func representative(of term: Int) -> Int {
        var term = term
        while numbers[term] != term { term = Int(numbers[term]) }
        return term
    }

    private mutating func uniteScripts(_ vocabulary: Vocabulary) {
        let aliases = NameSpellings.aliases(of: vocabulary.forms, isName: vocabulary.names.mayBeName)
        guard !aliases.isEmpty else { return }
        hasAny = true
        let first = numbers
        for (term, name) in aliases {
            let target = first[name]
            let own = first[term]
            guard own != target else { continue }
            for other in [Int(own), term] { numbers[other] = target }
        }
        // What followed a term that has moved follows it on.
        for term in numbers.indices { numbers[term] = numbers[Int(numbers[term])] }
    }
}
