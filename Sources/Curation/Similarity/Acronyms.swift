/// Acronyms and the names that they stand for, where both stand in the night's texts: “KHA” and “Karsk Harbour Authority”.
///
/// The rarer of the two is read as the other.
struct Acronyms {
    /// How many letters an acronym has.
    static let letters = 3...5

    /// An acronym and its name, by their terms.
    fileprivate struct Pair {
        let acronym: Int32
        let name: [Int32]
        /// Whether the acronym is read as the name, and not the other way round.
        let isSpelledOut: Bool
    }

    private var pairs: [Pair] = []

    init(_ vocabulary: Vocabulary, _ spellings: TermSpellings, _ termLists: [ForwardIndex.TermList]) {
        let capitals = vocabulary.capitals
        guard !capitals.acronyms.isEmpty else { return }
        var finder = NameFinder(capitals.acronyms.mapValues { spellings[$0] })
        for run in capitals.runs {
            finder.look(through: run.map(\.initial), run.map { spellings[$0.term] }, title: nil)
        }
        let initials = vocabulary.forms.map { $0.unicodeScalars.first ?? " " }
        for (title, list) in termLists.enumerated() where list.tokens.count >= Self.letters.lowerBound {
            let terms = list.tokens.map(\.term)
            finder.look(through: terms.map { $0 >= 0 ? initials[Int($0)] : " " }, terms, title: title)
        }
        pairs = finder.names(termLists)
    }

    /// Reads the acronyms as their names or the names as their acronyms.
    func resolve(_ termLists: inout [ForwardIndex.TermList]) {
        for pair in pairs {
            let (old, new) = pair.isSpelledOut ? ([pair.acronym], pair.name) : (pair.name, [pair.acronym])
            for index in termLists.indices { termLists[index].replace(old, new) }
        }
    }
}

/// Finds words that follow each other and begin with the letters of an acronym.
private struct NameFinder {
    private struct Acronym {
        let letters: [Unicode.Scalar]
        let term: Int32
    }

    /// Where a name stands.
    fileprivate struct Sightings {
        /// How often in texts whose capitals mark it as a name.
        var asName = 0
        var titles: [Int] = []
    }

    private var byInitial: [Unicode.Scalar: [Acronym]] = [:]
    /// By the term of an acronym, the names that may be meant.
    private var found: [Int32: [[Int32]: Sightings]] = [:]

    init(_ acronyms: [String: Int32]) {
        for (text, term) in acronyms {
            let letters = Array(text.unicodeScalars)
            byInitial[letters[0], default: []].append(Acronym(letters: letters, term: term))
        }
    }

    /// Looks for names among words that follow each other: those of a title, or of a text whose capitals mark names.
    mutating func look(through initials: [Unicode.Scalar], _ terms: [Int32], title: Int?) {
        for start in initials.indices {
            for acronym in byInitial[initials[start]] ?? [] {
                let end = start + acronym.letters.count
                guard end <= initials.count, initials[start..<end].elementsEqual(acronym.letters) else { continue }
                let name = Array(terms[start..<end])
                guard name.allSatisfy({ $0 >= 0 && $0 != acronym.term }), Set(name).count == name.count else {
                    continue
                }
                var sightings = found[acronym.term]?[name] ?? Sightings()
                if let title { sightings.titles.append(title) } else { sightings.asName += 1 }
                found[acronym.term, default: [:]][name] = sightings
            }
        }
    }

    /// The name of each acronym: the one that stands most often, of those that capitals mark, that have four words, or beside
    /// which a title has another word that a title with the acronym has too.
    func names(_ termLists: [ForwardIndex.TermList]) -> [Acronyms.Pair] {
        guard !found.isEmpty else { return [] }
        var titles: [Int32: [Int]] = [:]
        for (title, list) in termLists.enumerated() {
            for term in list.title where found[term] != nil { titles[term, default: []].append(title) }
        }
        return found.sorted { $0.key < $1.key }.compactMap { acronym, names in
            let own = titles[acronym] ?? []
            let beside = own.reduce(into: Set<Int32>()) { $0.formUnion(termLists[$1].title) }
            let known = names.filter { name, sightings in
                sightings.asName > 0 || name.count > Acronyms.letters.lowerBound
                    || sightings.titles.contains { title in
                        termLists[title].title.contains { beside.contains($0) && !name.contains($0) && $0 != acronym }
                    }
            }
            let best = known.max { one, other in
                let (first, second) = (one.value.count, other.value.count)
                return first != second ? first < second : other.key.lexicographicallyPrecedes(one.key)
            }
            return best.map { Acronyms.Pair(acronym: acronym, name: $0.key, isSpelledOut: own.count <= $0.value.count) }
        }
    }
}

extension NameFinder.Sightings {
    fileprivate var count: Int { max(asName, titles.count) }
}

extension ForwardIndex.TermList {
    /// Whether its title or its summary has all of some terms.
    fileprivate func holds(_ terms: [Int32]) -> Bool {
        terms.allSatisfy(title.contains) || terms.allSatisfy(summary.contains)
    }

    /// Puts terms in the place of others.
    fileprivate mutating func replace(_ old: [Int32], _ new: [Int32]) {
        guard holds(old) else { return }
        if old.allSatisfy(title.contains) {
            title = title.filter { !old.contains($0) } + new
            tokens = tokens.replacing(old.map { TitleToken(term: $0) }, new.map { TitleToken(term: $0) })
        }
        if old.allSatisfy(summary.contains) { summary = summary.filter { !old.contains($0) } + new }
        removeRepetitions()
    }
}

extension [TitleToken] {
    /// The same with some words that follow each other replaced, each time that they stand there; the first of the new ones
    /// keeps the traits that the place gave the first of the old ones.
    fileprivate func replacing(_ old: [TitleToken], _ new: [TitleToken]) -> [TitleToken] {
        var result: [TitleToken] = []
        var index = startIndex
        while index < endIndex {
            let rest = self[index...].prefix(old.count)
            guard rest.count == old.count, zip(rest, old).allSatisfy({ $0.equals($1) }) else {
                result.append(self[index])
                index += 1
                continue
            }
            var new = new
            new[0].traits.formUnion(self[index].traits.intersection([.startsPart, .followsAgent]))
            result += new
            index += old.count
        }
        return Array(result.prefix(WordOverlap.mostWords))
    }
}
