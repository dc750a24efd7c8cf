import NewsModel

/// A factor of a score. All stories are weighed and few are shown: so its words are found only where somebody reads
/// them.
struct ScoreFactor {
    let name: String
    let value: Double
    let reason: () -> String

    init(name: String, value: Double, reason: @escaping () -> String) {
        self.name = name
        self.value = value
        self.reason = reason
    }

    var factor: Explanation.Factor { .init(name: name, value: value, reason: reason()) }
}
