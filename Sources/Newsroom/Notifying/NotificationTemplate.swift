import Foundation
import Mustache
import NewsModel
import Publishing
package import Settings
import WebText

/// A template of a message's body, in Mustache: JSON where it begins with a bracket, else text.
struct NotificationTemplate {
    private let template: MustacheTemplate
    let isJSON: Bool
    private let format: WebhookFormat

    /// What a template is given.
    static let names = ["event", "title", "text", "url", "edition", "stories", "headline", "site", "sources"]

    /// The ready templates; a format that has none is written otherwise.
    private static func ready(_ format: WebhookFormat) -> String? {
        switch format {
        case .standard: nil
        case .slack: #"{"text":"{{title}}\n{{text}}{{#url}}\n{{url}}{{/url}}","mrkdwn":false}"#
        case .discord:
            #"{"content":"**{{title}}**\n{{text}}{{#url}}\n{{url}}{{/url}}","allowed_mentions":{"parse":[]}}"#
        case .ntfy: "{{text}}"
        }
    }

    /// The user's own template of a webhook, or the one that its format has; `nil` where it has neither.
    /// - Throws: where the user's own is no template.
    init?(of webhook: WebhookTarget) throws {
        guard let text = webhook.template ?? Self.ready(webhook.format) else { return nil }
        // Values come escaped already, in the way that the body asks for.
        template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
        isJSON = text.trimmed.hasPrefix("{") && !text.trimmed.hasPrefix("{{") || text.trimmed.hasPrefix("[")
        format = webhook.format
    }

    /// The body for these values, by their names.
    func body(_ values: [String: String]) -> [UInt8] {
        let pairs = values.map { name, value in (name, escaped(value, isAddress: name == "url")) }
        return Array(template.render(Dictionary(uniqueKeysWithValues: pairs)).utf8)
    }

    private func escaped(_ value: String, isAddress: Bool) -> String {
        let value =
            switch format {
            case .slack: isAddress ? Escape.slack(value) : Escape.slack(Escape.withoutLinks(value))
            case .discord: isAddress ? value : Escape.discord(value)
            case .standard, .ntfy: value
            }
        guard isJSON else { return value }
        var json = JSONWriter(indent: nil)
        json.text(nil, value)
        return String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    /// A name that a template asks for and that is never given.
    static func stranger(in text: String) -> String? {
        TemplateTag.all(of: text).first { tag in
            tag.mark.map { "{#^&".contains($0) } ?? true && tag.name != "." && !names.contains(tag.name)
        }?.name
    }

    /// Whether the body is what it begins as, whatever the values are.
    var isWellFormed: Bool {
        guard isJSON else { return true }
        let values = Dictionary(uniqueKeysWithValues: Self.names.map { ($0, "a \"b\"\nc") })
        return (try? JSONReader.document(body(values))) != nil
    }
}

extension Escape {
    /// What Slack would read as markup of a link or a mention.
    fileprivate static func slack(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// What Mattermost and Rocket.Chat, which take the same messages, would read as a link behind other words. Slack knows
    /// no escapes: a space without width stands between the two.
    fileprivate static func withoutLinks(_ text: String) -> String {
        text.replacing("](", with: "]\u{200B}(")
    }

    /// Whatever Discord would read as markup: a headline may hide no link behind other words.
    fileprivate static func discord(_ text: String) -> String {
        String(text.flatMap { discordMarkup.contains($0) ? ["\\", $0] : [$0] })
    }

    private static let discordMarkup: Set<Character> = Set("\\*_~`|[]()<>#")
}

extension Settings {
    /// What is wrong with the templates of webhooks: a sentence for each.
    package var notificationTemplateMistakes: [String] {
        notify.enumerated().compactMap { index, target in
            guard case .webhook(let webhook) = target, let text = webhook.template else { return nil }
            let place = "The template of entry \(index + 1) of `notify`"
            do {
                guard let template = try NotificationTemplate(of: webhook) else { return nil }
                if let name = NotificationTemplate.stranger(in: text) {
                    return "\(place) asks for `\(name)`, which there is not; there are "
                        + NotificationTemplate.names.joined(separator: ", ") + "."
                }
                if template.isWellFormed { return nil }
                return "\(place) gives no JSON, although it begins like that; correct its quotes and commas."
            } catch {
                let line =
                    (error as? MustacheTemplate.ParserError).map { ", by its line \($0.context.lineNumber)" } ?? ""
                return "\(place) is no Mustache template\(line); correct its braces, and close each section."
            }
        }
    }
}
