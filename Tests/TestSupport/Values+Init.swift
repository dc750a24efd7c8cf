package import Foundation
package import NewsModel

// Values with all that a test wants to say of them at once.

extension FetchPolicy {
    package init(
        deadline: Duration = .seconds(30), timeout: Duration = .seconds(10), retries: Int = 2, concurrency: Int = 512,
        perHost: Int = 2, maxBodyBytes: Int = 16 << 20, userAgent: String? = nil, rateLimits: [String: RateLimit] = [:]
    ) {
        self.init()
        self.deadline = deadline
        self.timeout = timeout
        self.retries = retries
        self.concurrency = concurrency
        self.perHost = perHost
        self.maxBodyBytes = maxBodyBytes
        self.userAgent = userAgent
        self.rateLimits = rateLimits
    }
}

extension NetworkPolicy {
    package init(
        allowsPrivate: Bool = false, certificateAuthorityFile: String? = nil, proxy: Proxy? = nil,
        proxyExceptions:
            [String] = []
    ) {
        self.init()
        self.allowsPrivate = allowsPrivate
        self.certificateAuthorityFile = certificateAuthorityFile
        self.proxy = proxy
        self.proxyExceptions = proxyExceptions
    }
}

extension SitePolicy {
    package init(
        title: String = "Broadsheet", url: String? = nil, timeZone: TimeZone = .gmt, language: String = "en",
        theme:
            Theme = .broadsheet, accent: String? = nil, extraCSS: String? = nil, images: Images = .none,
        content: Content = .summary, isIndexed: Bool = true, idBase: String? = nil,
        keepsEditions: Duration? = nil, hubs: [String] = []
    ) {
        self.init()
        self.title = title
        self.url = url
        self.timeZone = timeZone
        self.language = language
        self.theme = theme
        self.accent = accent
        self.extraCSS = extraCSS
        self.images = images
        self.content = content
        self.isIndexed = isIndexed
        self.idBase = idBase
        self.keepsEditions = keepsEditions
        self.hubs = hubs
    }
}

extension PublishGuard {
    package init(
        minimumSources: Int = 1, minimumFresh: Double = 0
    ) {
        self.init()
        self.minimumSources = minimumSources
        self.minimumFresh = minimumFresh
    }
}

extension RankingPolicy {
    package init(
        halfLife: Duration = .seconds(18 * 3600), interests: [String: Double] = [:], mute: [String] = [],
        clustering:
            Clustering = .normal
    ) {
        self.init()
        self.halfLife = halfLife
        self.interests = interests
        self.mute = mute
        self.clustering = clustering
    }
}

extension Source {
    package init(
        id: SourceID, provider: Provider, section: String = "News", weight: Double = 1, title: String? = nil,
        headers:
            [Header] = [], limit: Int? = nil, timeout: Duration? = nil, language: String? = nil,
        userAgent: String? = nil,
        only: [String] = [], skip: [String] = [], isPaused: Bool = false, isPrivate: Bool = false
    ) {
        self.init(id: id, provider: provider)
        self.section = section
        self.weight = weight
        self.title = title
        self.headers = headers
        self.limit = limit
        self.timeout = timeout
        self.language = language
        self.userAgent = userAgent
        self.only = only
        self.skip = skip
        self.isPaused = isPaused
        self.isPrivate = isPrivate
    }
}

extension SourceMemory {
    package init(
        validators: Validators? = nil, bodyHash: String? = nil, pause: Pause? = nil, hints: FeedHints = FeedHints(),
        firstAnswered: Date? = nil, lastSuccess: Date? = nil, consecutiveFailures: Int = 0,
        permanentRedirect:
            PermanentRedirect? = nil, title: String? = nil, site: String? = nil, hosts: [String: Int] = [:],
        lastItems: Int = 0, history: [SourceHealth.RunOutcome] = []
    ) {
        self.init()
        self.validators = validators
        self.bodyHash = bodyHash
        self.pause = pause
        self.hints = hints
        self.firstAnswered = firstAnswered
        self.lastSuccess = lastSuccess
        self.consecutiveFailures = consecutiveFailures
        self.permanentRedirect = permanentRedirect
        self.title = title
        self.site = site
        self.hosts = hosts
        self.lastItems = lastItems
        self.history = history
    }
}

extension FetchTimes {
    package init(
        queue: Duration = .zero, connect: Duration? = nil, firstByte: Duration? = nil, total: Duration = .zero
    ) {
        self.init()
        self.queue = queue
        self.connect = connect
        self.firstByte = firstByte
        self.total = total
    }
}

extension FeedHints {
    package init(
        timeToLive: Duration? = nil, skipHours: Set<Int> = [], skipDays: Set<Int> = [], isExpired: Bool = false
    ) {
        self.init()
        self.timeToLive = timeToLive
        self.skipHours = skipHours
        self.skipDays = skipDays
        self.isExpired = isExpired
    }
}

extension Feed {
    package init(
        format: FeedFormat? = nil, title: String? = nil, link: String? = nil, description: String? = nil,
        language: String? = nil, updated: Date? = nil, items: [FeedItem] = [], hints: FeedHints = FeedHints(),
        warnings: [FeedWarning] = [], descriptionMarkup: Markup? = nil, address: String? = nil,
        redirects: Set<String> = []
    ) {
        self.init(title: title, link: link, items: items)
        self.format = format
        self.description = description
        self.language = language
        self.updated = updated
        self.hints = hints
        self.warnings = warnings
        self.descriptionMarkup = descriptionMarkup
        self.address = address
        self.redirects = redirects
    }
}

extension WebhookTarget {
    package init(
        url: String, secret: Secret?, events: Set<WebhookEvent> = [.edition], format: WebhookFormat = .standard,
        template: String? = nil
    ) {
        self.init(url: url)
        self.secret = secret
        self.events = events
        self.format = format
        self.template = template
    }
}
