import Foundation

/// Chance that is the same on every machine: SplitMix64, begun from a hash of what it is for.
///
/// Each decision gets a generator of its own, named after the decision, so that a story added to the tables does not
/// change how all the others turn out.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// A generator for what the names say, by a seed.
    package init(_ seed: UInt64, _ names: String...) {
        state = SeedHash.of(names.joined(separator: "\u{1F}")) ^ (seed &* 0x9E37_79B9_7F4A_7C15)
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from `0` up to, not including, `bound`.
    package mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(max(bound, 1)))
    }

    /// A number of at least 0 and less than 1.
    mutating func fraction() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A factor around 1: the exponential of a normal draw with this deviation (Box–Muller).
    mutating func logNormal(sigma: Double) -> Double {
        let radius = (-2 * log(1 - fraction())).squareRoot()
        return exp(sigma * radius * cos(2 * Double.pi * fraction()))
    }

    /// The same elements in another order (Fisher–Yates).
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for index in result.indices.dropFirst().reversed() {
            result.swapAt(index, below(index + 1))
        }
        return result
    }
}

/// FNV-1a, 64 bits: unlike `Hasher` the same in every process.
enum SeedHash {
    static func of(_ text: String) -> UInt64 {
        of(text.utf8)
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
