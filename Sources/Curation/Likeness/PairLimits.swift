/// How far one telling is compared with others, so that the cost of a night grows with its tellings and not with their
/// square, whatever they say. Usual nights stay far below.
struct PairLimits {
    /// Of the earlier tellings with a term so many are asked for it, the latest.
    var postings: Int
    /// With so many earlier tellings of one source, and of all, a telling is measured, the latest.
    var measuredOfSource: Int
    var measured: Int
    /// So many pairs with earlier ones a telling has.
    var pairs: Int

    static let standard = PairLimits(postings: 4096, measuredOfSource: 64, measured: 512, pairs: 96)
    static let none = PairLimits(postings: .max, measuredOfSource: .max, measured: .max, pairs: .max)
}
