package import Foundation
import NIOCore
import NIOPosix
import Parallelism

/// A loopback world of news providers, good, slow and broken, in this process.
///
/// Every source is a server of its own at an address of its own on 127/8, so that limits per host do not couple them,
/// unless it shares one.
/// Servers speak HTTP/1.1 through one event loop; what they say is made when a night falls, from its instant and a
/// seed, and nothing reads the wall clock:
///
///     let world = try await SimulatedWorld.start(.demo, now: now)
///     let yaml = world.configuration(output: "public", state: ".broadsheet/demo/state.sqlite")
///     …                       // a run over it
///     world.turn(to: now.addingTimeInterval(86_400))
///     try await world.stop()
///
/// Where things are: a ``SimulatedSource`` says what a provider is; `SimulatedPress` decides what happened and who tells it;
/// the `Site`s answer in the shapes of the APIs; ``ServerFault`` scripts say what goes wrong on the wire, byte by byte.
package final class SimulatedWorld: Sendable {
    let catalogue: [SimulatedSource]
    /// The certificate, in PEM form, of the one authority whose word for the world's servers is good; `nil` where
    /// nobody issues certificates.
    package let authority: String?
    private let places: [String: SocketPlace]
    private let counter: RequestCounter
    private let group: MultiThreadedEventLoopGroup
    /// Emptied on `stop`, which gives the ports of sources where nobody listens back to the system.
    private let unused: Guarded<[UnusedPortBox]>

    private init(
        catalogue: [SimulatedSource], places: [String: SocketPlace], counter: RequestCounter,
        group: MultiThreadedEventLoopGroup, unused: [UnusedPortBox], authority: String?
    ) {
        self.authority = authority
        self.catalogue = catalogue
        self.places = places
        self.counter = counter
        self.group = group
        self.unused = Guarded(unused)
    }

    /// Opens a port for every source and lets the first night fall.
    /// - Parameters:
    ///   - catalogue: the sources, each with an id of its own.
    ///   - now: the instant of the first night.
    ///   - seed: what the world's chance is drawn from; the same seed and nights give the same news.
    ///   - latencyScale: what planned latencies are multiplied by; 0 answers at once. Times within faults stay.
    ///   - issuer: who issues certificates, where sources speak TLS.
    /// - Returns: the world, serving until ``stop()``.
    /// - Throws: ``WorldError`` where two sources share an id, or no port can be had.
    package static func start(
        _ catalogue: [SimulatedSource], now: Date, seed: UInt64 = 1, latencyScale: Double = 1,
        issuer: (any CertificateIssuer)? = nil
    ) async throws -> SimulatedWorld {
        var ids: Set<String> = []
        if let twice = catalogue.first(where: { !ids.insert($0.id).inserted }) { throw WorldError.idTwice(twice.id) }
        let night = SimulatedNight(now: now, seed: seed)
        let counter = RequestCounter(night: night, latencyScale: latencyScale)
        counter.open(catalogue, sites: SiteBuilder(catalogue, night: night).sites(), on: night)
        // A source's port, and at each end of a connection to it one file; what is not granted is told by the ports.
        FileLimit.allow(3 * catalogue.count + 1024)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            return try await open(catalogue, counter: counter, group: group, issuer: issuer)
        } catch {
            try await group.shutdownGracefully()
            throw error
        }
    }

    private static func open(
        _ catalogue: [SimulatedSource], counter: RequestCounter, group: MultiThreadedEventLoopGroup,
        issuer: (any CertificateIssuer)?
    ) async throws -> SimulatedWorld {
        var places: [String: SocketPlace] = [:]
        var unused: [UnusedPortBox] = []
        var shared: [String: SocketPlace] = [:]
        for (index, source) in catalogue.enumerated() {
            if let place = source.host.flatMap({ shared[$0] }) {
                places[source.id] = place
                continue
            }
            let hosts = ["127.0.\(1 + index / 250).\(1 + index % 250)", "127.0.0.1"]
            if source.behaviour == .nobodyListening {
                let box = try UnusedPortBox(hosts: hosts)
                places[source.id] = box.place
                unused.append(box)
            } else {
                places[source.id] = try await Listener(source: source, issuer: issuer, counter: counter)
                    .open(hosts: hosts, group: group)
            }
            if let host = source.host { shared[host] = places[source.id] }
        }
        counter.settle(places)
        return SimulatedWorld(
            catalogue: catalogue, places: places, counter: counter, group: group, unused: unused,
            authority: issuer?.authority)
    }

    /// Lets another night fall: stories go on, new ones come, faults of the first request strike anew.
    package func turn(to now: Date) {
        let night = SimulatedNight(now: now, seed: counter.night.seed)
        counter.open(catalogue, sites: SiteBuilder(catalogue, night: night).sites(), on: night)
    }

    /// What there is tonight, in the order of the catalogue.
    package var sources: [SourceDescription] {
        let night = counter.night
        return catalogue.map { source in
            let expected = counter.expectedOutcome(of: source)
            return SourceDescription(
                source, address: address(of: source), latency: source.latency.latency(of: source.id, on: night),
                expected: expected, words: words(of: source, expecting: expected))
        }
    }

    /// What a source was asked since the world began, in order of arrival; none for an unknown id.
    package func requests(to id: String) -> [RecordedRequest] {
        counter.requests(to: id)
    }

    /// How many bytes a source has sent since the world began, without what TLS adds. What a shared server sends is
    /// counted for the first of its sources.
    package func bytesSent(by id: String) -> Int {
        counter.bytesSent(by: id)
    }

    /// Closes all servers and connections, waiting ones too, and gives the ports back.
    package func stop() async throws {
        unused.withLock { $0.removeAll() }
        try await group.shutdownGracefully()
    }

    /// Of what is as it was nobody says anew what is wrong with it.
    private func words(of source: SimulatedSource, expecting outcome: ExpectedOutcome) -> String {
        guard case .faulty(let fault) = source.behaviour, outcome != .unchanged else { return "" }
        return counter.filled(fault.says, for: source.id)
    }

    private func address(of source: SimulatedSource) -> String {
        guard let place = places[source.id] else { return "" }
        if case .faulty(let fault) = source.behaviour, let address = fault.address {
            return counter.filled(address, for: source.id)
        }
        return "\(source.transport.scheme)://\(place.host):\(place.port)\(SitePath.configured(for: source))"
    }
}
