/// Where the picture of an `img` may be: pages that load pictures late have a placeholder in `src` and the picture in an
/// attribute of their script's.
enum PictureSources {
    /// The addresses that an element names, the likeliest to be the picture itself first; `sources` are those of the
    /// `picture` around it.
    static func candidates(_ given: [String: String], sources: [[String: String]] = []) -> [String] {
        var found = lateAddresses.compactMap { given[$0] }
        found += lateSets.compactMap { given[$0].flatMap(best) }
        found += [given["src"], given["srcset"].flatMap(best)].compactMap { $0 }
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

    /// All attributes that are read.
    static let attributes = Set(lateAddresses + lateSets + ["src", "srcset"])
}
