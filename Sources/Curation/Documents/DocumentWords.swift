import Synchronization

/// The words of a document. They are kept where somebody had the time to read them ahead, and else worked out for whoever
/// asks: those of all the documents of a large night would fill the published.
package final class DocumentWords: Sendable {
    private struct Read {
        let title: [Word]
        var opening: [Word]?
    }

    private let titleText: String
    private let openingText: String
    private let read = Mutex<Read?>(nil)

    /// - Parameters:
    ///   - title: as the source wrote it.
    ///   - opening: plain text.
    init(title: String, opening: String) {
        titleText = title
        openingText = opening
    }

    /// Those of the title.
    var title: [Word] { read.withLock { $0?.title } ?? Words.of(titleText, atMost: Headline.mostWords) }

    /// The first of the opening. What was read ahead is let go of: it is asked for once, and it is most of the words.
    func takeOpening(atMost most: Int) -> [Word] {
        let kept = read.withLock { $0?.opening.take() }
        guard let kept, most == Self.mostOfOpening else { return Words.of(openingText, atMost: most) }
        return kept
    }

    /// Works the words out and keeps them.
    package func readAhead() {
        let words = Read(
            title: Words.of(titleText, atMost: Headline.mostWords),
            opening: Words.of(openingText, atMost: Self.mostOfOpening))
        read.withLock { $0 = words }
    }

    /// As many as are usually compared.
    private static let mostOfOpening = SimilarityWeights().summaryWords
}
