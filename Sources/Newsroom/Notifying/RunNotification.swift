import Fetching
import Foundation
import NewsModel
import NewsStore
import Publishing
import Settings

/// Tells others of a run that is kept: delivers what waits for delivery, and records how that went, in the state and in
/// the health report.
struct RunNotification {
    let request: RunRequest
    let redactor: Redactor
    /// Begins with the telling.
    let clock: BatchClock
    let jitter: @Sendable () -> Double

    /// Adds how it went to the report. Whatever fails here fails no run: it is said.
    func tell(of report: inout RunReport, from store: NewsStore, _ publishing: SitePublishing) async {
        do {
            let pending = try store.messages()
            let delivery = NotificationDelivery(request: request, redactor: redactor, clock: clock, jitter: jitter)
            let result = await delivery.deliver(pending, isSuccess: report.isSuccess(by: request.failOn))
            report.notes += result.notes
            report.health.deliveries = result.reports
            let hasFailed = result.reports.contains { !$0.isDelivered }
            guard hasFailed || !result.removed.isEmpty else { return }
            try store.recordDeliveries(
                removed: result.removed, failed: result.failed,
                report: hasFailed ? report.health.stateDocument : nil)
            // The pages name those alone that were not reached.
            guard hasFailed else { return }
            report.changed += try publishing.renewHealth(report.health, redactor, from: store).changed
        } catch {
            report.notes.append("\(error) What became of the notifications is not recorded: some may be sent again.")
        }
    }
}
