import Foundation
import SimulatedWorld
import TestSupport

/// How much is tried of what is drawn by chance, and which share of it.
extension LongForm {
    /// What chance is drawn from.
    static let seed = UInt64(ProcessInfo.processInfo.environment["BROADSHEET_SEED"] ?? "") ?? 21
    static let minutes = isAsked ? 240 : 10

    /// Where all of it is shared out: which share this is, and of how many, such as `0/5` and `1/5`.
    private static let share: (number: Int, count: Int) = {
        guard let text = ProcessInfo.processInfo.environment["BROADSHEET_SHARE"] else { return (0, 1) }
        let parts = text.split(separator: "/").compactMap { Int($0) }
        guard parts.count == 2, (0..<parts[1]).contains(parts[0]) else {
            fatalError("BROADSHEET_SHARE is “\(text)”, where 0/4 is the first of four shares and 3/4 the last")
        }
        return (parts[0], parts[1])
    }()

    /// Those of `places` that are tried: all of them, or this share, or so many that the seed draws.
    static func some<Place>(_ count: Int, of places: [Place], for name: String) -> [Place] {
        guard !isAsked else { return places.indices.filter { $0 % share.count == share.number }.map { places[$0] } }
        var chance = SeededGenerator(seed, name)
        var left = places
        return (0..<min(count, places.count)).map { _ in left.remove(at: chance.below(left.count)) }
    }

    /// Says how much was tried, where somebody asked for all of it.
    static func tell(_ sentence: String) {
        if isAsked { print(sentence) }
    }
}
