/// Which failures of sources a run is told to mind: `fail-on` of the configuration and of the command line.
package struct FailurePolicy: Sendable, Hashable {
    /// What is minded, each in addition to the others; nothing if empty.
    package var conditions: [Condition]

    package enum Condition: Sendable, Hashable {
        /// One source has failed.
        case any
        /// Sources have failed, and none has answered.
        case all
        /// Less than this share of the asked sources has answered, 0…1.
        case quorum(Double)
        /// A source has failed on so many dates in a row: said when it has, and once a week after that.
        case dead(Int)
    }

    package init(_ conditions: [Condition]) {
        self.conditions = conditions
    }

    package static let none = FailurePolicy([])
    /// `quorum:50%,dead:3`: what has changed, and nothing else.
    package static let standard = FailurePolicy([.quorum(0.5), .dead(Escalation.datesUntilAttention)])

    /// The same without what minds nights in a row.
    package var withoutRows: FailurePolicy {
        FailurePolicy(
            conditions.filter { condition in
                if case .dead = condition { false } else { true }
            })
    }

    /// The sources whose failures a run minds, each once, in the order of the report; none where it minds nothing.
    package func minded(in health: HealthReport) -> [SourceHealth] {
        let failed = health.sources.filter(\.report.outcome.isFailure)
        let answered = health.sources.count(where: \.report.outcome.isAnswer)
        let minded = conditions.flatMap { condition -> [SourceHealth] in
            switch condition {
            case .any: failed
            case .all: answered == 0 ? failed : []
            case .quorum(let share): Double(answered) < share * Double(failed.count + answered) ? failed : []
            case .dead(let limit): failed.filter { $0.isReminderDue(afterFailures: limit) }
            }
        }
        let ids = Set(minded.map(\.report.source))
        return failed.filter { ids.contains($0.report.source) }
    }
}

extension FailurePolicy {
    /// Why a text is no list of conditions.
    package struct Mistake: Error, Sendable, Hashable {
        /// What to write instead, as the rest of a sentence; `nil` where nothing is near.
        package let advice: String?
    }

    /// What it can be, as the end of a sentence.
    package static let expects =
        "`none`, or some of `any`, `all`, `quorum:50%` and `dead:3` with commas between them"

    /// Reads `quorum:50%,dead:3` and the like.
    /// - Throws: ``Mistake`` with what to write instead.
    package init(_ text: String) throws(Mistake) {
        let words = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed.lowercased() }
        if words == ["none"] {
            self = .none
            return
        }
        var conditions: [Condition] = []
        for word in words {
            let condition = try Self.condition(word)
            if !conditions.contains(condition) { conditions.append(condition) }
        }
        self.init(conditions)
    }

    private static func condition(_ word: String) throws(Mistake) -> Condition {
        let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let value = parts.count > 1 ? parts[1] : nil
        switch (parts.first, value) {
        case ("any", nil): return .any
        case ("all", nil): return .all
        case ("none", nil): throw Mistake(advice: "`none` stands alone; leave it out beside others")
        case ("quorum", let value): return .quorum(try share(value ?? ""))
        case ("dead", let value): return .dead(try count(value ?? ""))
        default: throw Mistake(advice: advice(on: parts.first ?? ""))
        }
    }

    private static func share(_ text: String) throws(Mistake) -> Double {
        guard text.hasSuffix("%"), let percent = Double(text.dropLast()), (0...100).contains(percent) else {
            throw Mistake(advice: "a quorum is a share from 0% to 100%, as in `quorum:50%`")
        }
        return percent / 100
    }

    private static func count(_ text: String) throws(Mistake) -> Int {
        guard let count = Int(text), (1...1000).contains(count) else {
            throw Mistake(advice: "`dead` takes a number of nights from 1 to 1000, as in `dead:3`")
        }
        return count
    }

    private static func advice(on word: String) -> String? {
        let words = ["none", "any", "all", "quorum", "dead"]
        guard let (nearest, distance) = words.map({ ($0, EditDistance.between(word, $0)) }).min(by: { $0.1 < $1.1 }),
            !word.isEmpty, distance <= 2
        else { return nil }
        let example = ["quorum": "quorum:50%", "dead": "dead:3"][nearest] ?? nearest
        return "did you mean `\(example)`?"
    }
}

extension FailurePolicy: CustomStringConvertible {
    /// As it is written.
    package var description: String {
        guard !conditions.isEmpty else { return "none" }
        return conditions.map { condition in
            switch condition {
            case .any: "any"
            case .all: "all"
            case .quorum(let share): "quorum:\(Self.percent(share))%"
            case .dead(let limit): "dead:\(limit)"
            }
        }.joined(separator: ",")
    }

    private static func percent(_ share: Double) -> String {
        let percent = (share * 10_000).rounded() / 100
        return percent == percent.rounded() ? String(Int(percent)) : String(percent)
    }
}
