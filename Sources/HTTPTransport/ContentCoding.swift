import Foundation

/// What `Content-Encoding` says (RFC 9110 §8.4).
package enum ContentCoding: Hashable, Sendable {
    case identity
    /// Packed so, one over the other: the one that was put on last comes first.
    case compressed([Inflater.Format])
    /// One that was not asked for, or too many at once.
    case unknown(String)
    /// A word that no coding is known by, such as a charset that somebody put there: it mostly says nothing.
    case doubtful(String)

    /// How often something may be packed over.
    private static let maxLayers = 3

    private static let formats: [String: Inflater.Format] = [
        "gzip": .gzip, "x-gzip": .gzip, "deflate": .deflate, "x-deflate": .deflate, "zlib": .deflate,
    ]

    /// Those that are known to change the bytes, and are not read: of the registry, and of other software.
    private static let others: Set<String> = [
        "aes128gcm", "br", "brotli", "bzip2", "compress", "dcb", "dcz", "exi", "lz4", "lzma", "pack200-gzip", "sdch",
        "snappy", "x-bzip2", "x-compress", "x-xz", "xz", "zstd",
    ]

    /// What is known to leave them as they are.
    private static let nothing: Set<String> = ["identity", "none", "utf-8", "utf8"]

    /// - Parameter fields: the values of all fields of that name.
    package init(_ fields: [String]) {
        let names = fields.flatMap { $0.split(separator: ",") }.map { Self.name(of: $0) }
            .filter { !$0.isEmpty && !Self.nothing.contains($0) }
        let known = names.filter(Self.isKnown)
        let layers = known.compactMap { Self.formats[$0] }
        if names.isEmpty {
            self = .identity
        } else if known.isEmpty {
            self = .doubtful(names.joined(separator: ", "))
        } else if layers.count == known.count, layers.count <= Self.maxLayers {
            self = .compressed(layers.reversed())
        } else {
            self = .unknown(known.joined(separator: ", "))
        }
    }

    /// Whether a coding of that name changes the bytes.
    static func isKnown(_ name: String) -> Bool { formats[name] != nil || others.contains(name) }

    /// The name of a coding that a member of a list says, in lowercase, without parameters.
    static func name(of member: some StringProtocol) -> String {
        member.prefix { $0 != ";" }.trimmingCharacters(in: quoteAndWhiteSpace).lowercased()
    }

    private static let quoteAndWhiteSpace = CharacterSet.whitespacesAndNewlines.union(CharacterSet(charactersIn: "\"'"))
}
