package import Foundation

/// The instant that the world is at, and what its chance is drawn from. Nothing in this room reads the wall clock.
package struct Night: Sendable, Hashable {
    package var now: Date
    package var seed: UInt64

    package init(now: Date, seed: UInt64 = 1) {
        self.now = now
        self.seed = seed
    }

    /// The number of the UTC day since 1970 that the night ends on.
    var day: Int { CivilTime(now).dayNumber }
}
