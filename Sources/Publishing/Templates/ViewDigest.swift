import Crypto

/// Collects what a view says for a hash, by which a page that would come out the same is known: of two views that say the
/// same it is the same, in any run.
struct ViewDigest: Sendable {
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

    /// 128 bits of their SHA-256, in hexadecimal digits.
    var hash: String {
        SHA256.hash(data: bytes).prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
