/// Which words of two titles of at least one word each stand in both, whatever their order.
struct WordOverlap {
    /// The most words that a title may have here: one for each bit.
    static let mostWords = UInt32.bitWidth

    /// A bit for each word of the one title that stands in the other one, and back.
    let ofOne: UInt32
    let ofOther: UInt32
    /// How many words the titles have.
    let counts: (one: Int, other: Int)

    /// The same with the titles in the other order.
    var reversed: WordOverlap { WordOverlap(ofOne: ofOther, ofOther: ofOne, counts: (counts.other, counts.one)) }

    /// Whether either title has a word that does not stand in the other.
    var eachHasOwn: Bool { ofOne.nonzeroBitCount < counts.one && ofOther.nonzeroBitCount < counts.other }

    /// The part of the shorter title that stands in the other one too, 0…1.
    var ofShorter: Double { share(of: min(counts.one, counts.other)) }

    /// The same of the longer one.
    var ofLonger: Double { share(of: max(counts.one, counts.other)) }

    private func share(of words: Int) -> Double {
        Double(min(ofOne.nonzeroBitCount, ofOther.nonzeroBitCount)) / Double(words)
    }
}

/// The words of one title by their numbers, to find which of them stand in other titles fast.
struct LoadedTitle {
    private let titles: TitleTokens
    private var title: Int?
    /// By the number of a word: a bit for each of its places in the title.
    private var places: [UInt32]

    init(of titles: TitleTokens) {
        self.titles = titles
        places = Array(repeating: 0, count: titles.distinct)
    }

    /// Loads another title.
    mutating func load(_ title: Int) {
        guard title != self.title else { return }
        for word in self.title.map(titles.numbers) ?? [] { places[Int(word)] = 0 }
        for (place, word) in titles.numbers(of: title).enumerated() { places[Int(word)] |= 1 << UInt32(place) }
        self.title = title
    }

    /// Which words another title shares with the one that is loaded, which comes first.
    func overlap(with other: Int) -> WordOverlap {
        var (mine, theirs, bit): (UInt32, UInt32, UInt32) = (0, 0, 1)
        let words = titles.numbers(of: other)
        for word in words {
            let places = places[Int(word)]
            mine |= places
            if places != 0 { theirs |= bit }
            bit <<= 1
        }
        return WordOverlap(
            ofOne: mine, ofOther: theirs, counts: (title.map(titles.count) ?? 0, words.count))
    }
}
