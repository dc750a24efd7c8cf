import FeedParsing

/// One line that says what to do, for each thing that can go wrong.
enum Advice {
    static func moved(to url: String) -> String {
        "moved permanently to \(url): change it in broadsheet.yml, or in the list that it comes from"
    }

    static let late = "raise its timeout or the deadline if it is often this slow"
    static let nextTime = "it is among the first next time"
    static let falseValidators =
        "tell its operators that it answers wrongly (304 whatever changed, or an error) when asked whether anything is new; until then it is read whole"
    static let webPage =
        "answers with a web page: look for the feed's own address; if it asks visitors to prove that they are no robot, the "
        + "network of this machine may be the reason"
    static let challenge =
        "it asks visitors to prove that they are no robot, and the network of this machine may be the reason: ask its "
        + "operators to let readers in, or run from another network"
    static let gate =
        "a gate before the site refuses us, and the network of this machine may be the reason: ask its operators to let "
        + "readers in, or run from another network"
    static let noFeed = "the address does not lead to a feed: look for the feed's own address on the site"
    static let gone =
        "gone for good, says its server: remove it from broadsheet.yml or the list that it comes from, or find its new "
        + "address"
    static let missing = "check the address: the server has nothing there"
    static let forbidden =
        "the server refuses us: it may want a key (`headers:`), another `user-agent:`, or readers from another network"
    static let tls =
        "the site has to put its certificate in order; for an authority of your own set `network: {ca-file: …}`"
    static let noTLS = "check its port, or use its http:// address in broadsheet.yml"
    static let handshake =
        "its server's TLS is out of date or out of order: tell its operators, or wait for the next run"
    static let certificateOfOurs = "only readers with a certificate are let in: ask its operators for another address"
    static let tooMany =
        "it is left alone until the time that it named; if that is often, set a `rate-limit` for its host"
    static let parameters = "correct the source's parameters in broadsheet.yml"
    static let apiError = "correct the source's address, parameters or key in broadsheet.yml, as its API says"
    static let address = "correct the address in broadsheet.yml, or look for the feed's own address on its site"
    static let privateAddress = "set `network: {allow-private: true}` if that is meant"
    static let redirects = "its redirects lead nowhere: look for the feed's own address on its site"
    static let downgrade = "the site leaves encryption: use its http:// address in broadsheet.yml if that is meant"
    static let large = "raise `fetch: {max-body: …}` if it is meant to be so large"
    static let excessive = "no sound source sends so much: tell its operators, or leave it out"
    static let nonsense =
        "something else answers there, or its server is broken: check the address, or wait for the next run"
    static let broken = "the feed is broken: tell its operators, or wait for the next run"
    static let server = "the server has a fault of its own: wait for the next run"

    static func feed(at address: String) -> String {
        "this is a web page that names its feed: use \(address) instead"
    }

    static func forwarded(to address: String) -> String {
        "this is a web page that sends browsers on: use \(address) instead, if that is the feed"
    }

    /// What to do where nobody was reached.
    static func unreachable(_ place: FetchFailure.Phase) -> String {
        switch place {
        case .name: "check the spelling of its host, whether the site still exists, and this machine's network"
        case .route: "no way leads to its host: check this machine's network, or wait for the next run"
        case .connection: "nobody answers there: check the address and its port, or wait for the next run"
        case .answer: "its server or the way to it failed in the middle of the answer: wait for the next run"
        case .proxy: "check `network: {proxy: …}`, and whether the proxy is up and lets us through"
        }
    }

    /// What to do about a key that an API refused.
    static func key(_ name: String?) -> String {
        "the key was refused: check \(name ?? "the key in broadsheet.yml")"
    }

    /// What to do about an answer that is no success.
    static func status(_ answer: ErrorResponse) -> String {
        let head = answer.head
        if head.isChallenge { return challenge }
        if head.isFromGate { return gate }
        let asksForProof = head.mayBeFromGate && answer.body.withUnsafeBufferPointer(WebPage.asksForProof)
        return asksForProof ? challenge : status(head.status)
    }

    /// What to do about a status that is no success.
    static func status(_ status: Int) -> String {
        switch status {
        case 304: "the server says that nothing changed, though it was not asked so: tell its operators"
        case 200..<300: apiError
        case ..<200: "its server answers with a status that there is not: wait for the next run"
        case ..<400: "the server sends us on to nowhere: look for the feed's own address on its site"
        case 401, 403: forbidden
        case 402: "the server wants to be paid: see what its site says about subscriptions"
        case 404: missing
        case 407: "the proxy wants to know who asks: add user and password to `network: {proxy: …}`"
        case 410: gone
        case 429: "asked too often: set a `rate-limit` for its host, or wait for the next run"
        case 451: "withheld for legal reasons from where this runs: remove it, or ask from elsewhere"
        case 408, 425, 500...510, 512..<600: server
        case 511: "the network in between wants a login before it lets anything through"
        case 600...: "its server answers with a status that there is not: wait for the next run"
        default: "the server does not take our request: check the address in broadsheet.yml"
        }
    }
}
