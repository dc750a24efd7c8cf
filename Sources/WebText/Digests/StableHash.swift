/// A 64-bit hash that is the same in every run and on every machine, eight bytes a step.
///
/// It does not withstand anybody who looks for collisions. So the name of a source is part of everything that is hashed:
/// a source that makes two items collide merges only its own.
package struct StableHash {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    package init() {}

    package mutating func combine(_ number: UInt64) {
        state = (state ^ number) &* 0xFF51_AFD7_ED55_8CCD
        state ^= state &>> 32
    }

    package mutating func combine(_ number: Int64) {
        combine(UInt64(bitPattern: number))
    }

    /// The length goes first, so that "ab" and "c" differ from "a" and "bc".
    package mutating func combine(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            combine(UInt64(bytes.count))
            combine(bytes: UnsafeRawBufferPointer(bytes))
        }
    }

    /// An absent value differs from an empty one.
    package mutating func combine(_ text: String?) {
        combine(text == nil ? 0 : 1 as UInt64)
        if let text { combine(text) }
    }

    package mutating func combine(_ number: Int64?) {
        combine(number == nil ? 0 : 1 as UInt64)
        if let number { combine(number) }
    }

    /// The hash, with every bit of it depending on every bit that went in (the finish of MurmurHash3).
    package func finish() -> Int64 {
        var hash = state
        hash ^= hash &>> 33
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash &>> 33
        hash = hash &* 0xC4CE_B9FE_1A85_EC53
        hash ^= hash &>> 33
        return Int64(bitPattern: hash)
    }

    private mutating func combine(bytes: UnsafeRawBufferPointer) {
        let whole = bytes.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
            combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        }
        guard whole < bytes.count else { return }
        combine(bytes[whole...].reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }
}
