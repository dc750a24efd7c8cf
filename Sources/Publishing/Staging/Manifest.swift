package import Foundation
package import NewsModel

/// What an earlier run left in the output: which files are ours, and what they were made with.
package struct Manifest: Sendable, Hashable, Codable {
    /// Who made a site.
    package enum Maker: String, Sendable, Hashable, Codable {
        case run, demo
    }

    /// Where it stands in the output.
    package static let name = ".broadsheet.json"

    package var maker: Maker
    /// What all pages depend on besides their editions: templates, the site's settings, the renderer's version.
    package var fingerprint: String
    /// Paths below the output, sorted.
    package var files: [String]

    package init(maker: Maker, fingerprint: String, files: some Sequence<String>) {
        self.maker = maker
        self.fingerprint = fingerprint
        self.files = files.sorted()
    }

    /// The manifest in an output; `nil` where there is none that can be read.
    package static func read(in output: URL) -> Manifest? {
        // Why it cannot be read does not matter: a site without a manifest is one that we know nothing of.
        guard let data = try? Data(contentsOf: output.appending(path: name)) else { return nil }
        return try? JSONDecoder().decode(Manifest.self, from: data)
    }

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.text("maker", maker.rawValue)
            $0.text("fingerprint", fingerprint)
            $0.strings("files", files)
        }
        return json.bytes
    }

    /// The editions whose pages it lists.
    package var editions: Set<EditionDate> {
        Set(files.filter { $0.hasSuffix("/index.html") }.compactMap(Self.edition))
    }

    /// The edition whose folder a path lies in.
    static func edition(of path: String) -> EditionDate? {
        let parts = path.split(separator: "/")
        guard parts.count == 4 else { return nil }
        return EditionDate(parts.prefix(3).joined(separator: "-"))
    }
}
