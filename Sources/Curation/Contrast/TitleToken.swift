/// A word of a title as titles are compared word by word; stop words fall away.
struct TitleToken: Sendable {
    struct Traits: OptionSet, Sendable, Hashable {
        let rawValue: UInt16

        /// One character of a script without spaces.
        static let character = Traits(rawValue: 1)
        /// `12th`, `second`.
        static let ordinal = Traits(rawValue: 2)
        /// Stands beside a count that grows while an event unfolds.
        static let casualty = Traits(rawValue: 4)
        /// A colon, bar or full stop stands before it.
        static let startsPart = Traits(rawValue: 8)
        /// A word of the passive stands before it: `by`, `von`, `par`.
        static let followsAgent = Traits(rawValue: 16)
        /// Says an action that has an opposite.
        static let hasOpposite = Traits(rawValue: 32)
        /// Stands in the table of words that say the same.
        static let hasSynonym = Traits(rawValue: 64)
        /// A dash stands before it.
        static let followsDash = Traits(rawValue: 128)
        /// The title begins with a label that says what kind of piece it is of (`FormatLabels`).
        static let beginsWithFormat = Traits(rawValue: 256)
        /// Has digits and is no number: a version, or a code of letters and digits.
        static let code = Traits(rawValue: 512)

        /// Something stands before it that may part what a publisher adds from what is told.
        static let border: Traits = [.startsPart, .followsDash]
    }

    /// The number of its term, or one below zero for what is none: equal for equal words.
    let term: Int32
    var traits: Traits
    /// Equal for words that are the same: by what they say as numbers or days, else by their term. The two lowest bits
    /// tell these kinds apart; of a number they are far behind its point.
    let identity: UInt64

    private static let kinds: UInt64 = 3
    private static let number: UInt64 = 1
    private static let day: UInt64 = 2

    /// Traits that mark the word itself must be among those given here.
    init(term: Int32, value: Double? = nil, weekday: UInt8 = 0, traits: Traits = []) {
        (self.term, self.traits) = (term, traits)
        identity =
            if let value {
                value.bitPattern & ~Self.kinds | (traits.contains(.ordinal) ? Self.kinds : Self.number)
            } else if weekday > 0 {
                UInt64(weekday) << 2 | Self.day
            } else {
                UInt64(UInt32(bitPattern: term)) << 2
            }
    }

    var isNumber: Bool { identity & Self.number != 0 }

    /// What a number or number word says; not a number for any other.
    var value: Double { isNumber ? Double(bitPattern: identity & ~Self.kinds) : .nan }

    /// The day of the week that it names, from 1; 0 for any other.
    var weekday: UInt8 { identity & Self.kinds == Self.day ? UInt8(truncatingIfNeeded: identity >> 2) : 0 }

    /// Whether two words are the same.
    func equals(_ other: TitleToken) -> Bool { identity == other.identity }
}

extension TitleToken {
    /// The same where terms have other numbers.
    func renumbered(_ numbers: [Int32]) -> TitleToken {
        guard term >= 0 else { return self }
        return TitleToken(
            term: numbers[Int(term)], value: isNumber ? value : nil, weekday: weekday, traits: traits)
    }

    /// The word as it is shown, given a written form of each term.
    func text(_ forms: [String]) -> String {
        if term >= 0 { return forms[Int(term)] }
        if traits.contains(.character) { return Unicode.Scalar(UInt32(-2 - term)).map { String($0) } ?? "" }
        return isNumber ? Figures.number(value) : ""
    }
}

/// Words that name who does something in a sentence of the passive.
enum AgentWords {
    static func contains(_ word: String) -> Bool { all.contains(word) }

    private static let all: Set<String> = [
        "by", "von", "par", "por", "da", "dal", "dalla", "door", "av", "af", "od", "przez", "pela", "pelo",
        "tarafindan",
    ]
}
