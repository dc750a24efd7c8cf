import WebText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes that are gathered piece by piece, again and again in the same memory.
///
/// An array does the same; but a feed's text comes in very many very small pieces, and half of the time would go into
/// asking whether the array is anybody else's.
struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 4096) {
        self.capacity = capacity
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    /// The bytes, valid until the next change.
    var bytes: Bytes { Bytes(start: start, count: count) }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func append(_ bytes: Bytes) {
        guard let source = bytes.baseAddress else { return }
        if count + bytes.count > capacity { grow(to: count + bytes.count) }
        memcpy(start + count, source, bytes.count)
        count += bytes.count
    }

    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(to: count + 1) }
        start[count] = byte
        count += 1
    }

    mutating func append(_ text: StaticString) {
        append(Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds text with the characters escaped that mean markup.
    mutating func append(escaping bytes: Bytes, inAttribute: Bool = false) {
        for byte in bytes {
            let mayStand = byte == ASCII.apostrophe || byte == ASCII.quote && !inAttribute
            if !mayStand, let reference = Escape.reference(for: byte) {
                append(reference)
            } else {
                append(byte)
            }
        }
    }

    private mutating func grow(to size: Int) {
        capacity = max(size, capacity * 2)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        memcpy(larger, start, count)
        start.deallocate()
        start = larger
    }
}
