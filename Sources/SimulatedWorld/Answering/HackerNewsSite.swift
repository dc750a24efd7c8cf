import Foundation

/// The Hacker News API v0, as far as a digest needs it: https://github.com/HackerNews/API.
struct HackerNewsSite: Site {
    /// Below it the API begins.
    static let path = "/v0"

    private let lists: [String: JSONText]
    private let items: [String: JSONText]

    init(_ forum: Forum) {
        let ranked = forum.posts
        let newest = ranked.sorted { $0.posted > $1.posted }
        func ids(_ posts: [Forum.Post]) -> JSONText { .array(posts.map { .number($0.id) }) }
        lists = [
            "topstories": ids(ranked), "newstories": ids(newest),
            "beststories": ids(ranked.sorted { ($0.points, $0.id) > ($1.points, $1.id) }),
            "askstories": ids(newest.filter { $0.kind == .ask }),
            "showstories": ids(newest.filter { $0.kind == .show }),
            "jobstories": ids(newest.filter { $0.kind == .job }), "maxitem": .number(newest.first?.id ?? 0),
        ]
        items = Dictionary(uniqueKeysWithValues: ranked.map { ("\($0.id)", Self.item($0)) })
    }

    /// Unknown items are `null`; unknown paths are refused, as the database behind the API does it.
    func answer(_ request: SiteRequest) -> SiteResponse {
        let parts = request.path.split(separator: "/")
        guard parts.first == "v0", let last = parts.last, last.hasSuffix(".json") else { return .denied }
        let name = String(last.dropLast(5))
        switch parts.count {
        case 2: return lists[name].map { .json($0) } ?? .denied
        case 3 where parts[1] == "item" && Int(name) != nil: return .json(items[name] ?? .null)
        default: return .denied
        }
    }

    private static func item(_ post: Forum.Post) -> JSONText {
        let time = JSONText.number(Int(post.posted.timeIntervalSince1970))
        switch post.state {
        case .vanished: return .null
        case .deleted:
            return .object(["deleted": .bool(true), "id": .number(post.id), "time": time, "type": .string("story")])
        case .live: break
        }
        return JSONText.object([
            "by": .string(post.author),
            "descendants": post.kind == .job ? .null : .number(post.comments),
            "id": .number(post.id),
            "kids": post.comments == 0 ? .null : .array((1...min(post.comments, 5)).map { .number(post.id + $0) }),
            "score": .number(post.points),
            "text": .text(post.text.map { $0.map(XMLText.escaped).joined(separator: "<p>") }),
            "time": time,
            "title": .string(post.title),
            "type": .string(post.kind == .job ? "job" : "story"),
            "url": .text(post.link),
        ]).withoutNulls
    }
}

extension SiteResponse {
    fileprivate static let denied = SiteResponse.json(status: 401, .object(["error": .string("Permission denied")]))
}
