internal import Crypto
import WebText

/// What a view says, as bytes: of two views that say the same they are the same, in any run.
struct ViewNote: Sendable {
    private var bytes: [UInt8] = []

    mutating func add(_ text: String?) {
        add(text != nil)
        guard var text else { return }
        add(text.utf8.count)
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// How many parts follow, so that none can be taken for one of another.
    mutating func add(_ count: Int) {
        withUnsafeBytes(of: UInt32(clamping: count).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ note: ViewNote) { bytes += note.bytes }

    /// 128 bits of their SHA-256, in hexadecimal digits.
    var digest: String {
        Hex.text(SHA256.hash(data: bytes).prefix(16))
    }
}
