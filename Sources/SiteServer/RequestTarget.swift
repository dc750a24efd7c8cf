/// What a request asks for below a site's folder: the names on the way to a file, each decoded once and found harmless.
///
/// Names are taken as they are: nothing is resolved, so that what would lead elsewhere (`..`, a separator within a name,
/// hidden names) is simply no name.
package struct RequestTarget: Sendable, Hashable {
    /// Without empty names; the last one is empty where a folder is asked for.
    package let names: [String]

    /// Why a target names nothing.
    package enum Refusal: Error, Sendable, Hashable {
        /// It is no target of a request.
        case malformed
        case tooLong
        /// It names what is never served.
        case notServed
    }

    private static let longest = 2048
    /// In bytes, as file systems have it.
    private static let longestName = 255

    /// Reads the target of a request line: `/a/b?c`, or an absolute address (RFC 9112 §3.2).
    package init(_ target: String) throws(Refusal) {
        guard target.utf8.count <= Self.longest else { throw .tooLong }
        guard target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else { throw .malformed }
        let path = try Self.path(of: target)
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let last = parts.popLast() ?? ""
        var names: [String] = []
        for part in parts { names.append(try Self.name(part)) }
        names.append(last.isEmpty ? "" : try Self.name(last))
        self.names = names
    }

    /// Whether a folder is asked for, which its `index.html` answers.
    package var isFolder: Bool { names.last?.isEmpty ?? true }

    private static func path(of target: String) throws(Refusal) -> Substring {
        let end = target.firstIndex { $0 == "?" || $0 == "#" } ?? target.endIndex
        let rest = target[..<end]
        if rest.first == "/" { return rest }
        let lower = rest.lowercased()
        guard let scheme = ["http://", "https://"].first(where: { lower.hasPrefix($0) }) else { throw .malformed }
        let authority = rest.dropFirst(scheme.count)
        guard let slash = authority.firstIndex(of: "/") else { return "/" }
        return authority[slash...]
    }

    private static func name(_ part: Substring) throws(Refusal) -> String {
        let bytes = try decoded(part)
        // Names that begin with a dot are `.` and `..`, the list of the site's files, and what is nobody's business.
        guard let first = bytes.first, first != UInt8(ascii: "."), bytes.count <= longestName else { throw .notServed }
        let isHarmless = bytes.allSatisfy {
            $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\")
        }
        guard isHarmless, let name = String(validating: bytes, as: UTF8.self) else { throw .notServed }
        return name
    }

    /// Percent-decodes once (RFC 3986 §2.1).
    private static func decoded(_ part: Substring) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(part.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                throw .malformed
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
