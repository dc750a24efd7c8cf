import Foundation
import WebText

/// The pages of films and sounds whose players have addresses of their own, which show nothing, or not all, by themselves.
enum EmbeddedPages {
    /// The page for readers where the site of a player is known; otherwise the address itself.
    static func page(of address: WebAddress) -> WebAddress {
        let host = address.hostAndPort.withoutWWW
        let path = address.reference.path.split(separator: "/").map(String.init)
        return text(host, path, address).flatMap { WebAddress($0) } ?? address
    }

    /// Whether an address shows buttons, counts readers or sells something, and no part of a text.
    /// A site as a whole is none either.
    static func isUnwanted(_ address: WebAddress) -> Bool {
        if address.reference.path.count <= 1, address.reference.query == nil { return true }
        let place = (address.hostAndPort + address.reference.path).lowercased()
        return unwanted.contains { place.hasPrefix($0) || place.contains("." + $0) }
    }

    private static let unwanted = [
        "googletagmanager.com/", "facebook.com/plugins/like", "facebook.com/plugins/share", "facebook.com/plugins/page",
        "platform.twitter.com/widgets/", "disqus.com/embed", "googlesyndication.com/", "amazon-adsystem.com/",
        "syndication.twitter.com/", "adservice.google.com/", "recaptcha.net/", "google.com/recaptcha",
    ]

    private static func text(_ host: String, _ path: [String], _ address: WebAddress) -> String? {
        switch (host, path.first, path.count) {
        case ("youtube.com", "embed", 2...), ("youtube-nocookie.com", "embed", 2...):
            path[1] == "videoseries" ? nil : "https://www.youtube.com/watch?v=\(path[1])"
        // The parameters of the old player stand behind its path.
        case ("youtube.com", "v", 2...), ("youtube-nocookie.com", "v", 2...):
            "https://www.youtube.com/watch?v=\(path[1].prefix { $0 != "&" })"
        case ("player.vimeo.com", "video", 2...): "https://vimeo.com/\(path[1])"
        case ("dailymotion.com", "embed", 3...): "https://www.dailymotion.com/\(path[1])/\(path[2])"
        case ("open.spotify.com", "embed", 3...): "https://open.spotify.com/\(path[1])/\(path[2])"
        case ("embed.podcasts.apple.com", _, 1...): "https://podcasts.apple.com/\(path.joined(separator: "/"))"
        case ("w.soundcloud.com", "player", _): parameter("url", of: address)
        case ("facebook.com", "plugins", _): parameter("href", of: address)
        default: nil
        }
    }

    /// The address in a parameter.
    private static func parameter(_ name: String, of address: WebAddress) -> String? {
        let pairs = address.reference.query?.split(separator: "&") ?? []
        guard let pair = pairs.first(where: { $0.hasPrefix(name + "=") }) else { return nil }
        let text = String(pair.dropFirst(name.utf8.count + 1)).removingPercentEncoding
        return text.flatMap { $0.hasPrefix("https://") ? $0 : nil }
    }
}
