/// How far one document is compared with others, so that the cost of a night grows with its documents and not with their
/// square, whatever they say. Usual nights stay far below.
struct PairLimits {
    /// Of the earlier documents with a term so many are asked for it, the latest.
    var postings: Int
    /// With so many earlier documents of one source, and of all, a document is measured, the latest.
    var measuredOfSource: Int
    var measured: Int
    /// So many pairs with earlier ones a document has.
    var pairs: Int

    static let standard = PairLimits(postings: 4096, measuredOfSource: 64, measured: 512, pairs: 96)
    static let none = PairLimits(postings: .max, measuredOfSource: .max, measured: .max, pairs: .max)
}
