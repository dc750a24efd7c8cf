/// A word of a title as titles are compared word by word; stop words fall away.
struct TitleToken: Sendable {
    struct Traits: OptionSet, Sendable, Hashable {
        let rawValue: UInt8

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
    }

    /// The number of its term, or one below zero for what is none: equal for equal words.
    let term: Int32
    /// The day of the week that it names, from 1; 0 for any other.
    let weekday: UInt8
    var traits: Traits
    /// What a number or number word says; not a number for any other.
    let value: Double
    /// Equal for words that are the same: by what they say as numbers or days, else by their term.
    private let identity: UInt64

    /// Traits that mark the word itself must be among those given here.
    init(term: Int32, value: Double? = nil, weekday: UInt8 = 0, traits: Traits = []) {
        (self.term, self.weekday, self.traits, self.value) = (term, weekday, traits, value ?? .nan)
        // The two lowest bits tell the kinds apart; of a number they are far behind its point.
        identity =
            if let value {
                value.bitPattern & ~3 | (traits.contains(.ordinal) ? 2 : 0) | 1
            } else if weekday > 0 {
                UInt64(weekday) << 2 | 2
            } else {
                UInt64(UInt32(bitPattern: term)) << 2
            }
    }

    var isNumber: Bool { !value.isNaN }

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
