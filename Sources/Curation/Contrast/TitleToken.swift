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
    }

    /// The number of its term, or one below zero for what is none: equal for equal words.
    var term: Int32
    /// What a number or number word says; not a number for any other.
    var value: Double
    /// The day of the week that it names, from 1; 0 for any other.
    var weekday: UInt8
    var traits: Traits

    var isNumber: Bool { !value.isNaN }

    /// Whether two words are the same: by their term, or by what they say as numbers or days.
    func equals(_ other: TitleToken) -> Bool {
        if isNumber || other.isNumber { return value == other.value && ordinality == other.ordinality }
        if weekday > 0 || other.weekday > 0 { return weekday == other.weekday }
        return term == other.term
    }

    private var ordinality: Bool { traits.contains(.ordinal) }
}

extension TitleToken {
    init(term: Int32, value: Double? = nil, weekday: UInt8 = 0, traits: Traits = []) {
        self.init(term: term, value: value ?? .nan, weekday: weekday, traits: traits)
    }

    /// The same where terms have other numbers.
    func renumbered(_ numbers: [Int32]) -> TitleToken {
        var token = self
        if term >= 0 { token.term = numbers[Int(term)] }
        return token
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
