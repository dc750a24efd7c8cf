/// The page that says how every source fared.
struct HealthView: TemplateView {
    var page: PageFrame
    var words: [String: String]
    /// The night in a sentence, fit to be a notification.
    var summary: String
    /// When it ran and how long it took.
    var runLine: String
    var rows: [RowView]

    static let fields: [String: @Sendable (HealthView) -> Any?] = [
        "page": { $0.page }, "words": { $0.words }, "summary": { $0.summary }, "runLine": { $0.runLine },
        "rows": { $0.rows },
    ]

    struct RowView: TemplateView {
        var anchor: String
        var state: HealthState
        var stateWord: String
        var source: String
        var href: String?
        var provider: String
        var section: String
        /// What happened, in words.
        var detail: String
        var advice: String?
        var since: String?
        var lastSuccess: String
        var lastSuccessAt: String?
        var time: String
        var strip: StripView

        static let fields: [String: @Sendable (RowView) -> Any?] = [
            "anchor": { $0.anchor },
            "state": { $0.state.rawValue },
            "shape": { $0.state.shape },
            "stateWord": { $0.stateWord },
            "source": { $0.source },
            "href": { $0.href },
            "provider": { $0.provider },
            "section": { $0.section },
            "detail": { $0.detail },
            "advice": { $0.advice },
            "since": { $0.since },
            "lastSuccess": { $0.lastSuccess },
            "lastSuccessAt": { $0.lastSuccessAt },
            "time": { $0.time },
            "strip": { $0.strip },
        ]
    }

    /// The last nights as small cells.
    struct StripView: TemplateView {
        var width: Int
        var label: String
        var cells: [CellView]

        static let fields: [String: @Sendable (StripView) -> Any?] = [
            "width": { $0.width }, "label": { $0.label }, "cells": { $0.cells },
        ]
    }

    struct CellView: TemplateView {
        var x: Int
        var y: Int
        var height: Int
        var state: HealthState
        var label: String

        static let fields: [String: @Sendable (CellView) -> Any?] = [
            "x": { $0.x }, "y": { $0.y }, "height": { $0.height }, "state": { $0.state.rawValue },
            "label": { $0.label },
        ]
    }
}
