import Foundation

/// The JSON of lobste.rs, as far as a digest needs it: lists of stories, and those of some tags.
struct LobstersSite: Site {
    private static let storiesOfAPage = 25
    /// In the order of the front page.
    private let stories: [Forum.Post]

    init(_ forum: Forum) {
        stories = forum.posts.filter { $0.state == .live && [.link, .ask].contains($0.kind) }
    }

    func answer(_ request: SiteRequest) -> SiteResponse {
        guard let listed = listed(at: request.path) else { return .notFound(request.path) }
        let page = request.query["page"].flatMap(Int.init) ?? 1
        let shown = listed.dropFirst((max(page, 1) - 1) * Self.storiesOfAPage).prefix(Self.storiesOfAPage)
        return .json(.array(shown.map(Self.story)))
    }

    private func listed(at path: String) -> [Forum.Post]? {
        switch path {
        case "/hottest.json": return stories
        case "/newest.json": return stories.sorted { $0.posted > $1.posted }
        case "/active.json": return stories.sorted { ($0.comments, $0.id) > ($1.comments, $1.id) }
        default:
            guard path.hasPrefix("/t/"), path.hasSuffix(".json") else { return nil }
            let tags = path.dropFirst(3).dropLast(5).split(separator: ",").map(String.init)
            return stories.filter { tags.contains(Self.tag(of: $0)) }
        }
    }

    private static func story(_ post: Forum.Post) -> JSONText {
        let id = String(post.id, radix: 36)
        let discussion = "https://lobste.rs/s/\(id)"
        return .object([
            "short_id": .string(id),
            "short_id_url": .string(discussion),
            "created_at": .string(UTCTime(post.posted).rfc3339),
            "title": .string(post.kind == .ask ? post.title.replacing("Ask HN: ", with: "") : post.title),
            "url": .string(post.link ?? ""),
            "score": .number(post.points),
            "flags": .number(0),
            "comment_count": .number(post.comments),
            "description": .string((post.text ?? []).map { "<p>\(XMLText.escaped($0))</p>" }.joined(separator: "\n")),
            "description_plain": .string((post.text ?? []).joined(separator: "\n\n")),
            "submitter_user": .string(post.author),
            "user_is_author": .bool(false),
            "tags": .array([.string(tag(of: post))]),
            "comments_url": .string(discussion),
        ])
    }

    private static func tag(of post: Forum.Post) -> String {
        if post.kind == .ask { return "ask" }
        let tags = Storybook.standard.words("forum tags")
        return tags[Int(SeedHash.of(post.title) % UInt64(tags.count))]
    }
}
