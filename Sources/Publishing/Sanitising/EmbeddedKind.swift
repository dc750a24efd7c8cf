import WebText

/// What can stand in a text from elsewhere; the order is that of the columns of its names.
enum EmbeddedKind: String, CaseIterable {
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
        let place = page.text.lowercased()
        var host = page.host[...]
        while !host.isEmpty {
            let offers = Self.byHost[String(host)] ?? []
            if let (_, kind) = offers.first(where: { site, _ in site == host || place.contains(site) }) {
                self = kind
                return
            }
            host = host.drop { $0 != "." }.dropFirst()
        }
        // PeerTube stands on many hosts.
        guard place.contains("/videos/embed/") else { return nil }
        self = .video
    }

    private static let byEnding: [String: EmbeddedKind] = [
        "mp4": .video, "m4v": .video, "mov": .video, "webm": .video, "ogv": .video, "m3u8": .video, "mpd": .video,
        "mp3": .audio, "m4a": .audio, "ogg": .audio, "oga": .audio, "opus": .audio, "wav": .audio, "aac": .audio,
        "flac": .audio, "pdf": .document, "doc": .document, "docx": .document, "ppt": .document, "pptx": .document,
        "png": .picture, "jpg": .picture, "jpeg": .picture, "gif": .picture, "svg": .picture, "webp": .picture,
    ]

    private static let byHost = Dictionary(grouping: bySite) { site, _ in String(site.prefix { $0 != "/" }) }

    /// Hosts, or hosts and the beginning of a path.
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
