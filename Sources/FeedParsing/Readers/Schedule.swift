/// The weekdays of RSS's `skipDays`.
enum Weekday {
    /// 1 for Sunday to 7 for Saturday.
    static func number(_ name: String) -> Int? {
        names.firstIndex(of: String(name.lowercased().prefix(3))).map { $0 + 1 }
    }

    private static let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
}

/// The periods of the syndication module (`sy:updatePeriod`).
enum UpdatePeriod {
    static func duration(_ name: String) -> Duration? {
        switch name.lowercased() {
        case "hourly": .seconds(3600)
        case "daily": .seconds(86_400)
        case "weekly": .seconds(7 * 86_400)
        case "monthly": .seconds(30 * 86_400)
        case "yearly": .seconds(365 * 86_400)
        default: nil
        }
    }
}
