import Foundation
import Parallelism

/// A title as words, without editors' flags and the names of papers.
struct Headline: Sendable {
    /// The first of its words, with how they were written.
    let words: [Word]
    /// Equal for equal titles; `nil` for a title without words.
    let key: String?

    /// The folded texts of the words that are no symbols.
    var texts: [String] { Tokenizer.texts(of: words) }

    /// More words make no headline, but take memory and time for each of thousands.
    static let mostWords = 80

    /// A title as the source wrote it, without the `names` that the source and its publisher have.
    init(_ title: String, names: [String]) {
        self.init(Tokenizer.words(of: TitleIdentity.bare(title, names: names), atMost: Self.mostWords))
    }

    /// That of a document, without the `affixes` of its source; the title mostly is bare already, and its words may be at
    /// hand.
    init(_ document: Document, affixes: PublisherAffixes = PublisherAffixes()) {
        let bare = TitleIdentity.bare(document.title, names: document.names + affixes.of(document.source))
        self.init(
            bare.utf8.count == document.title.utf8.count
                ? document.terms.titleWords : Tokenizer.words(of: bare, atMost: Self.mostWords))
    }

    /// The words that are no stop words.
    var meaningful: Set<String> { Set(texts).filter { !StopWords.contains($0) } }

    private init(_ words: [Word]) {
        let texts = Tokenizer.texts(of: words)
        self.init(words: words, key: texts.isEmpty ? nil : texts.joined(separator: " "))
    }

    private init(words: [Word], key: String?) {
        self.words = words
        self.key = key
    }

    /// The same for documents whose words are not compared.
    var withoutWords: Headline { Headline(words: [], key: key) }
}

/// Decides whether two titles overlap: share more than one word, and a part of the shorter one's weight by the rarity of
/// words among all titles.
///
/// What many titles have, such as the words of a template, weighs nothing.
struct TitleOverlap {
    /// By a word: in how many titles it stands.
    private let counts: [String: Int]
    private let titles: Int

    /// Words are as rare as they are in these headlines.
    init(_ headlines: [Headline]) {
        titles = headlines.count
        let pieces = Parallel.pieces(of: headlines.count, size: Parallel.pieceSize) { indices in
            var counts: [String: Int] = [:]
            for index in indices {
                let words = headlines[index].texts
                for (place, word) in words.enumerated() where !words[..<place].contains(word) {
                    counts[word, default: 0] += 1
                }
            }
            return counts
        }
        counts = pieces.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }

    /// Whether two titles are the same, or have in common this share (0…1) of what the shorter one weighs.
    func overlap(_ one: Headline, _ other: Headline, share: Double) -> Bool {
        if let key = one.key, key == other.key { return true }
        let (ones, others) = (one.meaningful, other.meaningful)
        let shared = ones.intersection(others)
        let shorter = min(weight(of: ones), weight(of: others))
        return shared.count >= min(2, ones.count, others.count) && !shared.isEmpty
            && weight(of: shared) > 0 && weight(of: shared) >= shorter * share
    }

    /// In a fixed order, since sums of fractions differ by it.
    private func weight(of words: Set<String>) -> Double {
        words.sorted().reduce(0) { $0 + rarity(of: $1) }
    }

    /// Nothing for a word that stands in every fifth title, and in more than may be one story.
    private func rarity(of word: String) -> Double {
        let count = counts[word] ?? 1
        if count > Self.mostOfAStory, count * 5 > titles { return 0 }
        // With few titles there is no telling what is usual.
        return titles < Self.leastTitles ? 1 : max(0.1, log(Double(titles) / 5 / Double(count)))
    }

    private static let mostOfAStory = 3
    private static let leastTitles = 20
}
