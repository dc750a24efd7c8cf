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

    /// What the link says: “Video: youtube.com”, with the title where there is one.
    func label(at page: WebAddress) -> String {
        let kind = kind(at: page).rawValue
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

/// What can stand in a text from elsewhere, as the link to it says.
enum EmbeddedKind: String {
    case video = "Video"
    case audio = "Audio"
    case document = "Document"
    case picture = "Picture"
    case map = "Map"
    case chart = "Chart"
    case post = "Post"
    case page = "Embedded"

    /// By a media type.
    init?(type: String) {
        switch type.prefix(while: { $0 != ";" }) {
        case "application/pdf": self = .document
        case let type where type.hasPrefix("video/"): self = .video
        case let type where type.hasPrefix("audio/"): self = .audio
        case let type where type.hasPrefix("image/"): self = .picture
        default: return nil
        }
    }

    /// By the ending of a file's name.
    init?(fileAt address: String) {
        let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
        guard let dot = path.lastIndex(of: "."), let kind = Self.byEnding[String(path[path.index(after: dot)...])]
        else {
            return nil
        }
        self = kind
    }

    /// By the site that embeds are offered by.
    init?(siteOf page: WebAddress) {
        let (host, place) = (page.host, page.text.lowercased())
        let found = Self.bySite.first { site, _ in
            guard let slash = site.firstIndex(of: "/") else { return host == site || host.hasSuffix("." + site) }
            let name = site[..<slash]
            return (host == name || host.hasSuffix("." + name)) && place.contains(site)
        }
        guard let found else {
            // PeerTube stands on many hosts.
            guard place.contains("/videos/embed/") else { return nil }
            self = .video
            return
        }
        self = found.1
    }

    private static let byEnding: [String: EmbeddedKind] = [
        "mp4": .video, "m4v": .video, "mov": .video, "webm": .video, "ogv": .video, "m3u8": .video, "mpd": .video,
        "mp3": .audio, "m4a": .audio, "ogg": .audio, "oga": .audio, "opus": .audio, "wav": .audio, "aac": .audio,
        "flac": .audio, "pdf": .document, "doc": .document, "docx": .document, "ppt": .document, "pptx": .document,
        "png": .picture, "jpg": .picture, "jpeg": .picture, "gif": .picture, "svg": .picture, "webp": .picture,
    ]

    private static let bySite: [(String, EmbeddedKind)] = [
        ("youtube.com", .video), ("youtube-nocookie.com", .video), ("youtu.be", .video), ("vimeo.com", .video),
        ("dailymotion.com", .video), ("twitch.tv", .video), ("rumble.com", .video), ("tiktok.com", .video),
        ("ted.com", .video), ("wistia.com", .video), ("wistia.net", .video), ("brightcove.net", .video),
        ("jwplatform.com", .video), ("streamable.com", .video), ("loom.com", .video), ("odysee.com", .video),
        ("bilibili.com", .video), ("nicovideo.jp", .video), ("facebook.com/plugins/video", .video),
        ("spotify.com", .audio), ("soundcloud.com", .audio), ("podcasts.apple.com", .audio),
        ("music.apple.com", .audio),
        ("bandcamp.com", .audio), ("mixcloud.com", .audio), ("megaphone.fm", .audio), ("simplecast.com", .audio),
        ("acast.com", .audio), ("libsyn.com", .audio), ("buzzsprout.com", .audio), ("podbean.com", .audio),
        ("omny.fm", .audio), ("art19.com", .audio), ("transistor.fm", .audio), ("deezer.com", .audio),
        ("google.com/maps", .map), ("maps.google.com", .map), ("openstreetmap.org", .map),
        ("umap.openstreetmap.fr", .map),
        ("datawrapper.dwcdn.net", .chart), ("flourish.studio", .chart), ("infogram.com", .chart),
        ("ourworldindata.org", .chart), ("tableau.com", .chart),
        ("twitter.com", .post), ("x.com", .post), ("bsky.app", .post), ("instagram.com", .post), ("threads.net", .post),
        ("reddit.com", .post), ("redditmedia.com", .post), ("facebook.com/plugins/post", .post), ("t.me", .post),
        ("scribd.com", .document), ("slideshare.net", .document), ("issuu.com", .document),
        ("docs.google.com", .document), ("drive.google.com", .document), ("documentcloud.org", .document),
    ]
}
