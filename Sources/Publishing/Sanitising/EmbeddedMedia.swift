import WebText

/// A film, a sound or a page that a source shows within its text: what is published is a link that says what it is.
struct EmbeddedMedia {
    /// Where it is, as the source has it.
    let address: String
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
        // Nothing shows films of that kind any more.
        guard let found, !found.0.lowercased().hasSuffix(".swf"), given["type"] != "application/x-shockwave-flash"
        else {
            return nil
        }
        address = found.0
        type = (found.1 ?? given["type"] ?? "").lowercased()
        self.element = element
        title = PlainText.line(given["title"] ?? "")
    }

    /// Players that are filled in by a script name the film by its number alone.
    private static func address(in given: [String: String], of element: String) -> String? {
        switch element {
        case "lite-youtube", "amp-youtube":
            return (given["videoid"] ?? given["data-videoid"]).map { "https://www.youtube.com/watch?v=\($0)" }
        default:
            let names = element == "object" ? ["data"] : ["data-src", "data-lazy-src", "src"]
            return names.lazy.compactMap { given[$0] }.first { !PlainText.line($0).isEmpty && $0 != "about:blank" }
        }
    }

    /// What stands within the element and is no apology of its writer's to readers whose browser cannot show it: careless
    /// feeds leave the element open, so that all the rest of a text may.
    static func content(of children: [HTMLNode]) -> [HTMLNode] {
        let rest = children.filter { node in
            guard case .element(let name, _, _) = node else { return true }
            return name != "source" && name != "track"
        }
        return isApology(rest) ? [] : rest
    }

    private static func isApology(_ nodes: [HTMLNode]) -> Bool {
        var text = ""
        for node in nodes where text.utf8.count <= longestApology { text += node.text }
        return text.utf8.count <= longestApology && apologies.contains { text.lowercased().contains($0) }
    }

    private static let longestApology = 240
    private static let apologies = ["browser", "not support", "javascript", "html5", "iframe"]

    /// What the link says: “Video: youtube.com”, with the title where there is one, in the language of the text around it.
    func label(at page: WebAddress, in language: String?) -> String {
        let kind = kind(at: page).name(in: language)
        let host = page.host.hasPrefix("www.") ? String(page.host.dropFirst(4)) : page.host
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
