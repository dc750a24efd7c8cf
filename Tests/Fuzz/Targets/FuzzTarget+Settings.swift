import Fetching
import Foundation
import Publishing
import Settings

extension FuzzTarget {
    static let configuration = FuzzTarget(
        name: "configuration",
        corpus: texts([
            """
            title: News
            timezone: Europe/Berlin
            edition: {stories: 40, per-source: 3, window: auto, first-window: 7d}
            ranking: {half-life: 12h, interests: {rail: 1, golf: -1}, mute: [horoscope]}
            sources:
              - feed: https://a.example/feed
                section: World
                headers: {X-Key: "${KEY}"}
              - hackernews: {list: top, limit: 20}
              - json: {url: https://b.example/api, items: data.posts, fields: {title: t, link: u}}
            notify:
              - webhook: https://hook.example/x
            """, "sources:\n  - https://a.example/feed\n  - https://b.example/feed # comment\n",
        ])
    ) { bytes, _ in
        let text = String(decoding: bytes.prefix(20_000), as: UTF8.self)
        _ = try? SettingsReader.read(
            text: text, name: "fuzz.yml", directory: "/nowhere", environment: ["KEY": "secret"],
            providers: Providers.definitions)
        return nil
    }

    static let template = FuzzTarget(
        name: "template",
        corpus: texts([
            "{{>head}}<body>{{#sections}}<h2>{{name}}</h2>{{#stories}}{{>story}}{{/stories}}{{/sections}}{{>foot}}",
            "{{#lead}}{{^href}}{{headline}}{{/href}}{{{summary}}}{{/lead}}{{! note }}{{=<% %>=}}<%date%>",
        ])
    ) { bytes, _ in
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-fuzz-templates/html")
        let file = folder.appending(path: "edition.mustache")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        } catch {
            return "can't be written: \(error)"
        }
        _ = try? TemplateSet(directory: folder.deletingLastPathComponent(), language: "en")
        return nil
    }
}
