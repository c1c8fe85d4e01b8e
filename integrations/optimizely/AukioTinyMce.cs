using EPiServer.Cms.TinyMce.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Aukio;

/// <summary>In Startup: services.AddAukioToTinyMce();</summary>
public static class AukioTinyMce
{
    public static IServiceCollection AddAukioToTinyMce(this IServiceCollection services)
    {
        return services.Configure<TinyMceConfiguration>(config => config.Default()
            // Both are needed: with the second alone the editor takes the element away.
            .AddSetting("custom_elements", "aukio-budget-results,aukio-budget-vote,aukio-channel-directory,aukio-feedback-form,aukio-goal-status,aukio-source")
            .AddSetting("extended_valid_elements", "aukio-budget-results[*],aukio-budget-vote[*],aukio-channel-directory[*],aukio-feedback-form[*],aukio-goal-status[*],aukio-source[*]")
            // From TinyMCE 7 on an iframe that is not from these hosts gets sandbox="", in which no script runs.
            .AddSetting("sandbox_iframes_exclusions", new[] { "widgets.merilehto.example" }));
    }
}
