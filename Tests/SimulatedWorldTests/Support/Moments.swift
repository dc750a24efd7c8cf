import Foundation

@testable import SimulatedWorld

/// Monday, 23 November 2026, 06:00 UTC.
let monday = Date(timeIntervalSince1970: 1_795_413_600)

extension Date {
    func adding(days: Int) -> Date { addingTimeInterval(Double(days) * 86_400) }
}

/// One source alone in a world without latency, for the time of `body`.
func withWorld(
    of source: SimulatedSource, _ body: (SimulatedWorld, _ address: String) async throws -> Void
) async throws {
    let world = try await SimulatedWorld.start([source], now: monday, latencyScale: 0)
    do {
        try await body(world, world.sources[0].address)
    } catch {
        try await world.stop()
        throw error
    }
    try await world.stop()
}

/// Waits for what another thread brings about, such as a request on its way through the loopback.
func until(_ condition: () -> Bool) async throws {
    while !condition() { await Task.yield() }
}
