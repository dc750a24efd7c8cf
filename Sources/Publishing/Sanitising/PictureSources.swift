import WebText

/// Where the picture of an `img` may be: pages that load pictures late have a placeholder in `src` and the picture in an
/// attribute of their script's.
enum PictureSources {
    /// The addresses that an element names, the likeliest to be the picture itself first; `sources` are those of the
    /// `picture` around it.
    static func candidates(_ given: [String: String], sources: [[String: String]] = []) -> [String] {
        var found = lateAddresses.compactMap { given[$0] }
        found += lateSets.compactMap { given[$0].flatMap(best) }
        let plain = [given["src"], given["srcset"].flatMap(best)].compactMap { $0 }
        if plain.allSatisfy(isPlaceholder) {
            found += given.keys.filter { mayBeLate($0) && !attributes.contains($0) }.sorted().compactMap { given[$0] }
                .filter { isPicture($0.utf8) }
        }
        found += plain
        for source in sources {
            found += (lateSets + ["srcset"]).compactMap { source[$0].flatMap(best) } + [source["src"]].compactMap { $0 }
        }
        return found.filter { !isForScript($0) }
    }

    /// Whether a text is what a script makes an address of: a template's place, or several sizes as JSON.
    private static func isForScript(_ text: String) -> Bool {
        text.contains("{{") || text.contains("${") || text.first == "{" || text.first == "["
    }

    /// The picture of a set of sizes (WHATWG HTML §4.8.4.2): the largest that is no larger than a page shows it.
    static func best(of set: String) -> String? {
        let all = pictures(in: set)
        let fitting = all.filter { $0.size <= ($0.isWidth ? widest : densest) }
        return (fitting.max { $0.size < $1.size } ?? all.min { $0.size < $1.size })?.address
    }

    private struct SizedPicture {
        let address: String
        let size: Double
        let isWidth: Bool
    }

    /// In pixels, and in pixels for each of the page's.
    private static let widest = 1600.0
    private static let densest = 2.0
    private static let mostPictures = 32

    private static func pictures(in set: String) -> [SizedPicture] {
        var pictures: [SizedPicture] = []
        var rest = Substring(set)
        while pictures.count < mostPictures {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            guard !rest.isEmpty else { break }
            var address = rest.prefix { !$0.isWhitespace }
            rest = rest[address.endIndex...]
            var descriptor = Substring()
            if address.hasSuffix(",") {
                address = address.dropLast()
            } else {
                descriptor = rest.prefix { $0 != "," }
                rest = rest[descriptor.endIndex...]
            }
            let size = descriptor.filter { !$0.isWhitespace }
            pictures.append(
                SizedPicture(
                    address: String(address), size: Double(size.dropLast()) ?? 1, isWidth: size.hasSuffix("w")))
        }
        return pictures
    }

    /// Attributes of widely used scripts, in the order in which they are believed.
    private static let lateAddresses = [
        "data-src", "data-lazy-src", "data-original", "data-original-src", "data-lazy", "data-lazyload",
        "data-hi-res-src",
        "data-full-src", "data-actualsrc", "data-breeze", "data-cfsrc", "data-echo", "data-ezsrc", "data-image",
        "data-img-src", "data-large_image", "data-orig-file", "data-url", "nitro-lazy-src",
    ]
    private static let lateSets = [
        "data-srcset", "data-lazy-srcset", "data-original-set", "data-ezsrcset", "nitro-lazy-srcset",
    ]

    /// All attributes that are known to hold pictures.
    static let attributes = Set(lateAddresses + lateSets + ["src", "srcset"])

    /// Whether an attribute is a script's, which may have put a picture there: each has names of its own.
    static func mayBeLate(_ name: String) -> Bool { name.hasPrefix("data-") || name == "file" || name == "zoomfile" }

    /// Whether a value is the address of a picture, by its end.
    static func isPicture(_ value: some BidirectionalCollection<UInt8>) -> Bool {
        guard !value.contains(where: \.isBlank) else { return false }
        let path = value.prefix { $0 != UInt8(ascii: "?") && $0 != ASCII.hash }
        let end = String(decoding: path.suffix(5), as: UTF8.self).lowercased()
        return endings.contains(where: end.hasSuffix)
    }

    private static let endings = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"]

    /// Whether an address is none of a picture of its own, but of what stands there until a script has put that in.
    private static func isPlaceholder(_ address: String) -> Bool {
        let name = (address.split(separator: "/").last ?? "").lowercased()
        return address.isEmpty || address.lowercased().hasPrefix("data:")
            || ["placeholder", "blank", "spacer", "loading", "lazy", "transparent", "1x1", "grey.", "gray."].contains(
                where: name.contains)
    }
}
