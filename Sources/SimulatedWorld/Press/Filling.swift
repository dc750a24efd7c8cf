/// What the holes of one story are filled with: the same words in every outlet and on every day that it is told.
///
/// A hole is `{town}`; `{town2}` is another town than `{town}`. `{#count}` is in digits where numbers below ten are
/// otherwise spelled out. What begins a sentence gets a capital.
struct Filling: Sendable, Hashable {
    private let template: StoryTemplate
    private let seed: UInt64
    private let occurrence: String
    private let firstDay: UTCTime

    init(_ template: StoryTemplate, seed: UInt64, firstDay: Int) {
        self.template = template
        self.seed = seed
        self.firstDay = UTCTime(dayNumber: firstDay)
        occurrence = "\(template.id) \(firstDay)"
    }

    /// The name of this telling of the template, by which further chance is drawn.
    var key: String { occurrence }

    func text(_ pattern: String) -> String {
        var result = ""
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let filled = word(rest[rest.index(after: open)..<close])
            result += Self.beginsSentence(after: result) ? filled.prefix(1).uppercased() + filled.dropFirst() : filled
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static func beginsSentence(after text: String) -> Bool {
        text.isEmpty || text.hasSuffix(". ") || text.hasSuffix("? ")
    }

    private func word(_ hole: Substring) -> String {
        let inDigits = hole.hasPrefix("#")
        return value(of: String(inDigits ? hole.dropFirst() : hole), inDigits: inDigits)
    }

    private func value(of name: String, inDigits: Bool) -> String {
        switch template.choices[name] {
        case .words(let words): return words[draw(name, words.count)]
        case .number(let range, let step):
            let number = range.lowerBound + step * draw(name, (range.upperBound - range.lowerBound) / step + 1)
            return NumberText.written(number, inDigits: inDigits)
        case nil: return calendarWord(name) ?? lexiconWord(name)
        }
    }

    private func draw(_ name: String, _ count: Int) -> Int {
        var generator = SeededGenerator(seed, "hole", occurrence, name)
        return generator.below(count)
    }

    /// `town2` and `town3` lie a fixed way on from `town`, so that they differ.
    private func lexiconWord(_ name: String) -> String {
        let stem = String(name.prefix { !$0.isNumber })
        let words = Storybook.standard.words(stem)
        let place = Int(name.dropFirst(stem.count)) ?? 1
        return words[(draw(stem, words.count) + (place - 1) * (1 + words.count / 3)) % words.count]
    }

    private func calendarWord(_ name: String) -> String? {
        switch name {
        case "weekday": UTCTime.weekdays[(firstDay.weekday + 2 + draw(name, 4)) % 7]
        case "month": UTCTime.months[(firstDay.month + 1 + draw(name, 6)) % 12]
        case "nextyear": "\(firstDay.year + 1)"
        default: nil
        }
    }
}

/// Numbers as a newspaper writes them.
enum NumberText {
    private static let small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

    static func written(_ number: Int, inDigits: Bool = false) -> String {
        if !inDigits, small.indices.contains(number) { return small[number] }
        let digits = String(number)
        guard digits.count > 3 else { return digits }
        return "\(digits.dropLast(3)),\(digits.suffix(3))"
    }
}
