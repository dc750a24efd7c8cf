import NewsModel
import Publishing
import WebText

/// What a WebSub hub is sent: the common form of `hub.mode=publish`, once for all topics.
struct WebSubPing {
    let site: String
    /// The paths of the site whose bytes are new.
    let changed: [String]

    static let headers = ["content-type": "application/x-www-form-urlencoded"]

    /// `nil` where no feed has changed.
    var body: [UInt8]? {
        let topics = changed.filter(SitePaths.canBeSubscribedTo).sorted().map { site + $0 }
        guard !topics.isEmpty else { return nil }
        let form = ["hub.mode=publish"] + topics.map { "hub.url=\(PercentEncoding.encodedValue($0))" }
        return Array(form.joined(separator: "&").utf8)
    }
}
