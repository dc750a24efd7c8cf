import NewsModel
import WebText

/// The body of a message by Standard Webhooks: its type, when it was made, and its data.
struct StandardBody {
    let notice: Notice
    let redactor: Redactor

    var bytes: [UInt8] {
        var json = JSONWriter(indent: nil)
        json.object { root in
            root.text("type", type)
            root.text("timestamp", RFC3339.text(notice.created))
            root.object("data") { data in
                data.text("edition", notice.edition.date.description)
                switch notice.event {
                case .edition: writeEdition(&data)
                case .broken, .recovered: writeSources(&data)
                }
                data.text("url", orNull: notice.url)
            }
        }
        return json.bytes
    }

    private var type: String {
        switch notice.event {
        case .edition: "edition.published"
        case .broken: "sources.broken"
        case .recovered: "sources.recovered"
        }
    }

    private func writeEdition(_ data: inout JSONWriter) {
        data.number("stories", notice.edition.clusters.count)
        data.text("headline", orNull: Notice.headline(of: notice.edition, redactor))
    }

    private func writeSources(_ data: inout JSONWriter) {
        data.array("sources") { list in
            for source in notice.sources {
                list.object { fields in
                    fields.text("id", source.report.source.rawValue)
                    fields.text("title", source.title)
                    fields.text("outcome", source.report.outcome.rawValue)
                    fields.text("detail", orNull: source.report.detail)
                    fields.text("advice", orNull: source.report.advice)
                    fields.number("consecutiveFailures", source.consecutiveFailures)
                    fields.number("failuresBefore", source.failuresBefore)
                    fields.text("failingSince", orNull: source.failedDates.first?.description)
                }
            }
        }
    }
}
