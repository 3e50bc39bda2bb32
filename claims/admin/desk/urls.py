"""The desk's addresses."""

from django.contrib import admin
from django.urls import path

from claims.admin.desk import views

app_name = "desk"

_view = admin.site.admin_view

urlpatterns = [
    path("", _view(views.open_desk), name="open"),
    path("undo/", _view(views.undo), name="undo"),
    path("suggest/<slug:kind>/", _view(views.suggest_names), name="suggest"),
    path("<int:key>/", _view(views.review_claim), name="claim"),
    path("<int:key>/next/", _view(views.go_on), name="next"),
    path("<int:key>/previous/", _view(views.go_back), name="previous"),
    path("<int:key>/hold/", _view(views.renew_lease), name="hold"),
]
