import WebText

/// A film, a sound or a page that a source shows within its text: what is published is a link that says what it is.
struct EmbeddedMedia {
    /// Where it is, as the source has it.
    let address: String
    /// Whether nothing shows it any more, unless its site has a page for it.
    let needsFlash: Bool
    private let type: String
    private let element: String
    private let title: String

    /// What an element embeds; `nil` where it names no address.
    init?(_ element: String, _ given: [String: String], _ children: [HTMLNode]) {
        let sources = children.compactMap { node -> [String: String]? in
            guard case .element("source", let given, _) = node else { return nil }
            return given
        }
        let all = [given] + (element == "video" || element == "audio" ? sources : [])
        let found = all.lazy.compactMap { given in Self.address(in: given, of: element).map { ($0, given["type"]) } }
            .first
        guard let found = found ?? (element == "object" ? Self.player(among: children) : nil) else { return nil }
        needsFlash = found.0.lowercased().hasSuffix(".swf") || [found.1, given["type"]].contains(Self.flash)
        address = found.0
        type = (found.1 ?? given["type"] ?? "").lowercased()
        self.element = element
        title = PlainText.line(given["title"] ?? "")
    }

    private static let flash = "application/x-shockwave-flash"

    /// Players that are filled in by a script name what they show by its number alone.
    private static func address(in given: [String: String], of element: String) -> String? {
        let id = given["videoid"] ?? given["data-videoid"]
        switch element {
        case "lite-youtube", "amp-youtube": return id.map { "https://www.youtube.com/watch?v=\($0)" }
        case "lite-vimeo", "amp-vimeo": return id.map { "https://vimeo.com/\($0)" }
        case "amp-twitter": return given["data-tweetid"].map { "https://x.com/i/status/\($0)" }
        case "amp-instagram": return given["data-shortcode"].map { "https://www.instagram.com/p/\($0)/" }
        default:
            let names = element == "object" ? ["data"] : ["data-src", "data-lazy-src", "src"]
            return names.lazy.compactMap { given[$0] }.first { !PlainText.line($0).isEmpty && $0 != "about:blank" }
        }
    }

    /// What an `object` shows that says so by a parameter, or by the `embed` for browsers that did not know objects.
    private static func player(among children: [HTMLNode]) -> (String, String?)? {
        children.lazy.compactMap { node -> (String, String?)? in
            guard case .element(let name, let given, _) = node else { return nil }
            switch name {
            case "param" where ["movie", "src"].contains(given["name"]?.lowercased()):
                return given["value"].flatMap { $0.isEmpty ? nil : ($0, flash) }
            case "embed": return address(in: given, of: name).map { ($0, given["type"]) }
            default: return nil
            }
        }.first
    }

    /// What stands within the element and is no apology of its writer's to readers whose browser cannot show it: careless
    /// feeds leave the element open, so that all the rest of a text may.
    /// What is embedded once more for others is none where there is a link to it already.
    static func content(of children: [HTMLNode], isLinked: Bool) -> [HTMLNode] {
        let rest = children.filter { node in
            guard case .element(let name, _, _) = node else { return true }
            return name != "source" && name != "track" && !(isLinked && name == "embed")
        }
        return isApology(rest) ? [] : rest
    }

    private static func isApology(_ nodes: [HTMLNode]) -> Bool {
        var text = ""
        for node in nodes where text.utf8.count <= longestApology { text += node.text }
        guard text.utf8.count <= longestApology else { return false }
        let lower = text.lowercased()
        return apologies.contains(where: lower.contains)
    }

    private static let longestApology = 240
    private static let apologies = ["browser", "not support", "javascript", "html5", "iframe"]

    /// What the link says: “Video: youtube.com”, with the title where there is one, in the language of the text around it.
    func label(at page: WebAddress, in language: String?) -> String {
        let kind = kind(at: page).name(in: language)
        let host = page.host.withoutWWW
        let isTitle =
            PlainText.isVisible(title) && title.count <= Self.longestTitle
            && !Self.emptyTitles.contains(title.lowercased())
        return isTitle ? "\(kind): \(title) (\(host))" : "\(kind): \(host)"
    }

    private static let longestTitle = 120
    /// What players call themselves.
    private static let emptyTitles: Set<String> = [
        "youtube video player", "youtube video", "video player", "embedded video", "vimeo video player", "player",
        "spotify embed", "embed", "iframe", "video", "audio", "embedded content", "audio player",
    ]

    private func kind(at page: WebAddress) -> EmbeddedKind {
        switch element {
        case "video", "lite-youtube", "amp-youtube", "amp-video": .video
        case "audio", "amp-audio": .audio
        default: EmbeddedKind(type: type) ?? EmbeddedKind(siteOf: page) ?? EmbeddedKind(fileAt: page.text) ?? .page
        }
    }
}
